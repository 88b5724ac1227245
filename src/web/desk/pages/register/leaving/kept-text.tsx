import type { LearnerCopy } from '../../../../../commands/register/leaving/copies.ts'
import type { DeskId } from '../../../../../content/word-ids.ts'
import { grouped } from '../../../../../domain/register/codes.ts'
import { longDate } from '../../../../../format/when.ts'
import { Pairs } from '../../../components/facts.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { Member } from '../../../context/page.ts'
import { tierName } from '../words.ts'

const ways: Readonly<Record<string, DeskId>> = {
  event: 'kept-about.way-event',
  file: 'kept-about.way-file',
  statements: 'kept-about.way-statements',
  alone: 'kept-about.way-alone',
  update: 'kept-about.way-update',
}

const mails: Readonly<Record<string, DeskId>> = {
  certificate: 'kept-about.mail-certificate',
  'update-first': 'kept-about.mail-update',
  'update-again': 'kept-about.mail-update',
  'ends-soon': 'kept-about.mail-ends',
  'half-year': 'kept-about.mail-half-year',
}

type Props = { member: Member; copy: LearnerCopy; entriesKept: Temporal.Duration | null }

/** What is kept about somebody, on the page and in the file that is printed. */
export const KeptText = ({ member, copy, entriesKept }: Props) => {
  const { t, desk, local } = member
  const { course, sectors, groups } = wordsIn(desk.locale.pack)
  const day = (text: string): string => longDate(Temporal.PlainDate.from(text.slice(0, 10)))
  const moment = (text: string): string => longDate(Temporal.Instant.from(text).toZonedDateTimeISO(local.timeZoneId).toPlainDate())
  return (
    <>
      <section class="flow">
        <h2>{t('kept-about.person')}</h2>
        {copy.person.map((one) => (
          <Pairs
            facts={[
              { label: t('kept-about.name'), value: one.name },
              { label: t('kept-about.organisation'), value: one.organisation },
              { label: t('kept-about.sector'), value: sectors(one.sector) },
              ...(one.group ? [{ label: t('kept-about.group'), value: groups(one.group) }] : []),
              { label: t('kept-about.email'), value: one.email ?? t('kept-about.email-none') },
              { label: t('kept-about.known'), value: knownBy(member, one) },
              { label: t('kept-about.since'), value: day(one.since) },
              { label: t('kept-about.mail'), value: t(one.mailStopped ? 'kept-about.mail-stopped' : 'kept-about.mail-on') },
            ]}
          />
        ))}
      </section>
      <section class="flow">
        <h2>{t('kept-about.taught')}</h2>
        {copy.taught.length ? (
          <Rows
            caption={t('kept-about.taught')}
            groups={[{ rows: copy.taught }]}
            columns={[
              { id: 'on', label: t('kept-about.on'), cell: ({ on }) => day(on) },
              { id: 'course', label: t('kept-about.course'), cell: ({ tier }) => tierName(member, tier) },
              { id: 'version', label: t('kept-about.version'), cell: ({ version }) => version ?? t('kept-about.version-none') },
              {
                id: 'where',
                label: t('kept-about.where'),
                cell: ({ way, place, by }) => [ways[way] ? t(ways[way]) : way, place, by].filter(Boolean).join(', '),
              },
            ]}
          />
        ) : (
          <p>{t('kept-about.taught-none')}</p>
        )}
      </section>
      <section class="flow">
        <h2>{t('kept-about.certificates')}</h2>
        {copy.certificates.length ? (
          <Rows
            caption={t('kept-about.certificates')}
            groups={[{ rows: copy.certificates }]}
            columns={[
              { id: 'code', label: t('kept-about.code'), cell: ({ code }) => <code>{grouped(code)}</code> },
              { id: 'course', label: t('kept-about.course'), cell: ({ tier }) => course(tier) },
              { id: 'ends', label: t('kept-about.ends'), cell: ({ ends }) => (ends ? day(ends) : t('kept-about.ends-none')) },
              { id: 'state', label: t('kept-about.certificate-state'), cell: (one) => t(stateOf(one)) },
            ]}
          />
        ) : (
          <p>{t('kept-about.certificates-none')}</p>
        )}
      </section>
      <section class="flow">
        <h2>{t('kept-about.lists')}</h2>
        {copy.lists.length ? (
          <Rows
            caption={t('kept-about.lists')}
            groups={[{ rows: copy.lists }]}
            columns={[
              { id: 'event', label: t('kept-about.event'), cell: ({ starts, event }) => `${moment(starts)}, ${event}` },
              { id: 'name', label: t('kept-about.name'), cell: ({ name }) => name },
              { id: 'organisation', label: t('kept-about.organisation'), cell: ({ organisation }) => organisation ?? '' },
              { id: 'needs', label: t('kept-about.needs'), cell: ({ accessNeeds }) => accessNeeds ?? '' },
            ]}
          />
        ) : (
          <p>{entriesKept?.days ? t('kept-about.lists-none', { days: entriesKept.days }) : t('kept-about.lists-none-open')}</p>
        )}
      </section>
      <section class="flow">
        <h2>{t('kept-about.mails')}</h2>
        {copy.mails.length ? (
          <Rows
            caption={t('kept-about.mails')}
            groups={[{ rows: copy.mails }]}
            columns={[
              { id: 'kind', label: t('kept-about.mail-about'), cell: ({ kind }) => (mails[kind] ? t(mails[kind]) : kind) },
              {
                id: 'sent',
                label: t('kept-about.on'),
                cell: ({ sent, waits }) => (sent ? day(sent) : t(waits ? 'kept-about.mail-waits' : 'kept-about.mail-not-sent')),
              },
            ]}
          />
        ) : (
          <p>{t('kept-about.mails-none')}</p>
        )}
      </section>
      {copy.moves.length ? (
        <section class="flow">
          <h2>{t('kept-about.moves')}</h2>
          <Rows
            caption={t('kept-about.moves')}
            groups={[{ rows: copy.moves }]}
            columns={[
              { id: 'on', label: t('kept-about.on'), cell: ({ on }) => day(on) },
              { id: 'name', label: t('kept-about.name'), cell: ({ name }) => name },
              { id: 'organisation', label: t('kept-about.organisation'), cell: ({ organisation }) => organisation },
              { id: 'answer', label: t('kept-about.answer'), cell: ({ state }) => t(`kept-about.moves-${state}`) },
            ]}
          />
        </section>
      ) : null}
      {copy.alike.length ? (
        <section class="flow">
          <h2>{t('kept-about.alike')}</h2>
          <Rows
            caption={t('kept-about.alike')}
            groups={[{ rows: copy.alike }]}
            columns={[
              { id: 'likeness', label: t('kept-about.likeness'), cell: ({ likeness }) => `${Math.round(likeness * 100)}%` },
              { id: 'answer', label: t('kept-about.answer'), cell: ({ state }) => t(`kept-about.alike-${state}`) },
            ]}
          />
        </section>
      ) : null}
      <p>{t('kept-about.rights')}</p>
    </>
  )
}

const stateOf = ({ withdrawn, replacedBy, renewedBy, demonstration }: LearnerCopy['certificates'][number]): DeskId =>
  withdrawn
    ? 'kept-about.certificate-withdrawn'
    : replacedBy
      ? 'kept-about.certificate-replaced'
      : demonstration
        ? 'kept-about.certificate-demonstration'
        : renewedBy
          ? 'kept-about.certificate-renewed'
          : 'kept-about.certificate-stands'

const knownBy = ({ t }: Member, { knownByEmail, knownByAccount }: LearnerCopy['person'][number]): string => {
  const by = [knownByEmail ? t('kept-about.known-email') : null, knownByAccount ? t('kept-about.known-account') : null].filter(Boolean)
  return by.length ? by.join('; ') : t('kept-about.known-none')
}

const wordsIn = ({ course, trainedSectors, roleGroups }: Member['desk']['locale']['pack']) => ({
  course: (tier: string) => course.tiers.find(({ id }) => id === tier)?.name ?? tier,
  sectors: (sector: string) => trainedSectors.find(({ id }) => id === sector)?.name ?? sector,
  groups: (group: string) => roleGroups.find(({ id }) => id === group)?.name ?? group,
})
