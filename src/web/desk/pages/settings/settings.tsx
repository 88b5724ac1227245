import type { Child } from 'hono/jsx'
import { readSettings, type Settings } from '../../../../commands/settings/read-settings.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { clock, longDate } from '../../../../format/when.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { type Fact, Pairs } from '../../components/facts.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { roleWord } from '../../context/role-words.ts'
import { watchKey } from '../../layout/key-watch.ts'
import { FormNow } from '../concerns/form-now.tsx'
import { ReceivingNeeds } from './needs.tsx'

/** What is set up and what is missing, for whoever looks after the desk. Nothing secret is on it. */
export const settingsPage: MemberPage = {
  path: '/desk/settings',
  here: 'settings',
  show: async (member) => {
    const { t, local } = member
    const settings = (await member.perform(readSettings, { today: local.toPlainDate() })).done
    return {
      title: t('settings.title'),
      body: (
        <>
          <PageHead title={t('settings.title')} sub={t('settings.sub')} />
          <Part id="needs" heading={t('settings.needs')}>
            <ReceivingNeeds member={member} needs={settings.needs} />
          </Part>
          <Part id="form" heading={t('form.title')}>
            <FormNow member={member} />
          </Part>
          <Part id="key" heading={t('settings.keys')}>
            <p>{sentence(watchKey(member).value)}</p>
            <LinkButton href="/desk/keys" look="text">
              {t('settings.keys-link')}
            </LinkButton>
          </Part>
          {mayAny(member.viewer, 'read', 'erasure') ? (
            <Part id="kept" heading={t('erasure.how-long')}>
              <LinkButton href="/desk/erasures" look="text">
                {t('erasure.link')}
              </LinkButton>
            </Part>
          ) : null}
          <Part id="people" heading={t('settings.people')}>
            <People member={member} people={settings.people} />
          </Part>
          <Part id="head" heading={t('settings.head')}>
            <Head member={member} head={settings.head} />
          </Part>
          <Part id="set" heading={t('settings.set')}>
            <Pairs facts={installed(member, settings)} />
          </Part>
        </>
      ),
    }
  },
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`

const Code = (inner: Child) => <code>{inner}</code>

/** Somebody with two roles is marked: every member may see it (content of one, settings of the other). */
const People = ({ member: { t }, people }: { member: Member; people: Settings['people'] }) => (
  <ul class="sign-ins">
    {people.map(({ name, partner, roles }) => (
      <li>
        <div>
          <p>
            <b>{name}</b> {roles.length > 1 ? <Tag state="due">{t('settings.both')}</Tag> : null}
          </p>
          <p class="small">
            {roles.map((role) => roleWord(t, role)).join(', ')}, {partner}
          </p>
        </div>
      </li>
    ))}
  </ul>
)

/** The head of the audit as it was last midnight. */
const Head = ({ member: { t, local }, head }: { member: Member; head: Settings['head'] }) =>
  head ? (
    <>
      <p>{t('settings.head-text', { day: longDate(local.toPlainDate()) })}</p>
      <p>
        <code>
          {head.seq} {head.hash}
        </code>
      </p>
      <p>{t.rich<Child>('settings.head-keep', { code: Code })}</p>
    </>
  ) : (
    <p>{t('settings.head-none')}</p>
  )

const installed = (member: Member, { database }: Settings): Fact[] => {
  const { t, desk, local } = member
  const { installation, locale, origin } = desk
  const { version, commit, mail, workAccount, site } = installation
  const { partnership } = locale.pack
  const last = installation.lastBackup()?.toZonedDateTimeISO(local.timeZoneId)
  return [
    {
      label: t('settings.version'),
      value: commit ? t('settings.version-commit', { version, commit: commit.slice(0, 12) }) : t('settings.version-program', { version }),
    },
    {
      label: t('settings.content'),
      value: partnership.adopted
        ? t('settings.content-adopted', { name: partnership.name, day: longDate(Temporal.PlainDate.from(partnership.adopted.date)) })
        : t('settings.content-not', { name: partnership.name }),
    },
    {
      label: t('settings.database'),
      value: t(`settings.database-${installation.database}`, { size: sizeInWords(database.bytes), migration: database.migration }),
    },
    {
      label: t('settings.backup'),
      value: last
        ? t.rich<Child>('settings.backup-at', { day: longDate(last.toPlainDate()), time: clock(last), code: Code })
        : t.rich<Child>('settings.backup-none', { code: Code }),
    },
    {
      label: t('settings.mail'),
      value: !mail ? t('settings.mail-no') : mail.from ? t('settings.mail-yes', { from: mail.from }) : t('settings.mail-unnamed'),
    },
    {
      label: t('settings.work-account'),
      value: workAccount ? t('settings.work-account-yes', { host: workAccount }) : t('settings.work-account-no'),
    },
    { label: t('settings.address-site'), value: site },
    { label: t('settings.address-desk'), value: `${origin}/desk` },
  ]
}

/** In steps of 100 MB: one that went up with each report and its pictures would tell when one comes in. */
const sizeInWords = (bytes: number): string => {
  const hundreds = Math.floor(bytes / (100 * 1024 ** 2)) + 1
  return hundreds < 10 ? `${hundreds * 100} MB` : `${(hundreds / 10).toFixed(1)} GB`
}
