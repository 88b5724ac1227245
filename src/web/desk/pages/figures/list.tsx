import { readDue } from '../../../../commands/register/release/read-due.ts'
import { type ReleaseLine, readRelease, readReleases } from '../../../../commands/register/release/read-releases.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { nextRelease } from '../../../../domain/register/disclosure/periods.ts'
import type { Release } from '../../../../domain/register/disclosure/release.ts'
import { longDate, partialDate } from '../../../../format/when.ts'
import { ReleaseHead, ReleaseTables } from '../../../components/figures/release-tables.tsx'
import { LinkButton } from '../../components/buttons.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { dayOf } from '../facts/words.ts'
import { publicAddress } from './words.ts'

/** The newest figures that were released, and all before them. No filters: every further table gives those before it away. */
export const figuresPage: MemberPage = { path: '/desk/figures', here: 'figures', show: (member) => shown(member, null) }

/** One release, as it was. */
export const releasePage: MemberPage = {
  path: '/desk/figures/:until',
  here: 'figures',
  show: (member) => shown(member, member.param('until')),
}

const shown = async (member: Member, until: string | null): Promise<Shown> => {
  const { t } = member
  const releases = (await member.perform(readReleases, {})).done
  const read = await member.perform(readRelease, { until })
  if ('fault' in read && until !== null) return deniedPage(member, 'not-found')
  const release = 'done' in read ? read.done : null
  const newest = release !== null && release.until === releases[0]?.until
  const title = release && until !== null ? t('figures.of', { month: partialDate(release.until) }) : t('figures.title')
  return {
    title,
    body: (
      <>
        <PageHead
          title={title}
          {...(release ? { sub: t(newest ? 'figures.sub' : 'figures.sub-older', { address: publicAddress(member) }) } : {})}
          back={until === null ? undefined : { href: '/desk/figures', text: t('figures.back') }}
          act={release ? <Files member={member} release={release} /> : null}
        />
        {member.query('told') === 'released' ? (
          <Message kind="told" id="told" heading={t('figures.told')}>
            <p>{t('figures.told-text', { address: publicAddress(member) })}</p>
          </Message>
        ) : null}
        {until === null ? await due(member) : null}
        {release ? (
          <div class="release">
            <ReleaseHead locale={member.desk.locale} release={release} />
            <ReleaseTables locale={member.desk.locale} release={release} />
          </div>
        ) : (
          <Empty heading={t('figures.none')}>
            <p>{t(mayRelease(member) ? 'figures.none-coordinator' : 'figures.none-analyst')}</p>
          </Empty>
        )}
        {releases.length && until === null ? (
          <Part id="releases" heading={t('figures.all')}>
            <Releases member={member} releases={releases} />
          </Part>
        ) : null}
      </>
    ),
  }
}

const mayRelease = ({ viewer }: Member): boolean => mayAny(viewer, 'add', 'register-release')

/** For a coordinator: figures of a quarter that is over wait to be released. */
const due = async (member: Member) => {
  if (!mayRelease(member)) return null
  const until = (await member.perform(readDue, {})).done
  const { t, local } = member
  if (until === null) {
    const { month, from } = nextRelease(local.toPlainDate())
    return <p class="small">{t('figures.next-when', { month: partialDate(month), date: longDate(from) })}</p>
  }
  return (
    <Message
      kind="now"
      id="due"
      heading={t('figures.due', { month: partialDate(until) })}
      act={<LinkButton href="/desk/figures/next">{t('figures.due-go')}</LinkButton>}
    >
      <p>{t('figures.due-text')}</p>
    </Message>
  )
}

const Files = ({ member: { t }, release: { until } }: { member: Member; release: Release }) => (
  <>
    <LinkButton href={`/desk/figures/${until}/csv`} look="quiet">
      {t('figures.csv')}
    </LinkButton>
    <LinkButton href={`/desk/figures/${until}/xlsx`} look="quiet">
      {t('figures.xlsx')}
    </LinkButton>
  </>
)

const Releases = ({ member, releases }: { member: Member; releases: readonly ReleaseLine[] }) => (
  <ul class="points">
    {releases.map(({ until, at, by }) => (
      <li>
        <a href={`/desk/figures/${until}`}>{member.t('figures.of', { month: partialDate(until) })}</a>.{' '}
        {by === null
          ? member.t('figures.released', { date: dayOf(member, at) })
          : member.t('figures.released-by', { date: dayOf(member, at), name: by })}
      </li>
    ))}
  </ul>
)
