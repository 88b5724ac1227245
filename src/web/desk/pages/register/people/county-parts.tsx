import type { HeadCount } from '../../../../../commands/register/counts/head-count.ts'
import type { CountRow } from '../../../../../commands/register/counts/read-counts.ts'
import type { Count } from '../../../../../domain/register/count.ts'
import { longDate } from '../../../../../format/when.ts'
import { RowBar } from '../../../../components/charts/row-bar.tsx'
import { LinkButton } from '../../../components/buttons.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { Member } from '../../../context/page.ts'
import { countOf, countShareWords, countWords, headWords } from './figures.tsx'
import { listHref, listPath } from './people-list.tsx'

export type PartnerLine = { id: string; name: string; current: Count; people: Count; head: HeadCount | null }

/** A figure of each of some things. `shared`: they are the whole between them, and each has a bar of its share of it, so that the chart is its table. */
export const BarRows = ({
  member,
  caption,
  what,
  shared = false,
  lines,
}: {
  member: Member
  caption: string
  what: string
  shared?: boolean
  lines: readonly { name: string; count: Count }[]
}) => {
  const { t } = member
  const whole = Math.max(
    1,
    lines.reduce((sum, { count }) => sum + count.most, 0),
  )
  return (
    <Rows
      caption={caption}
      tight
      groups={[{ rows: lines }]}
      columns={[
        { id: 'name', label: what, cell: ({ name }) => name },
        ...(shared
          ? [
              {
                id: 'share',
                label: t('trained.head-share'),
                cell: ({ count }: { name: string; count: Count }) => (
                  <RowBar share={count.most / whole} said={countShareWords(member, count, whole) ?? ''} />
                ),
              },
            ]
          : []),
        { id: 'people', label: t('trained.head-people'), figures: true, cell: ({ count }) => countWords(member, count) },
      ]}
    />
  )
}

/** Each partner's people who are current, against how many it says it has. */
export const Coverage = ({ member, lines }: { member: Member; lines: readonly PartnerLine[] }) => {
  const { t } = member
  const shown = lines.filter(({ head, current }) => head || current.most)
  const rest = lines.length - shown.length
  return (
    <>
      {shown.length ? (
        <Rows
          caption={t('trained.by-partner')}
          tight
          groups={[{ rows: shown }]}
          columns={[
            {
              id: 'partner',
              label: t('trained.head-partner'),
              cell: ({ id, name }) => <a href={listHref({ partner: id, tier: null, state: null, typed: '' })}>{name}</a>,
            },
            { id: 'current', label: t('trained.head-current'), figures: true, cell: ({ current }) => countWords(member, current) },
            {
              id: 'head',
              label: t('trained.head-head'),
              figures: true,
              cell: ({ id, head }) => (
                <a href={`${listPath}/head-count?partner=${id}`}>{head ? headWords(member, head) : t('trained.no-head')}</a>
              ),
            },
            {
              id: 'covered',
              label: t('trained.head-covered'),
              cell: (line) => <Covered member={member} line={line} />,
            },
          ]}
        />
      ) : null}
      {rest ? <p class="small">{t('trained.no-one-of', { count: rest })}</p> : null}
    </>
  )
}

/** A share with its bar. */
const Covered = ({ member, line: { current, head } }: { member: Member; line: PartnerLine }) => {
  if (head === null) return null
  const said = countShareWords(member, current, head.people)
  return said === null ? <span>{member.t('trained.out-of-date')}</span> : <RowBar share={current.least / head.people} said={said} />
}

/** Rows of what is missing. */
const gapRows = 10

/** Where most people are not current, and of whom it cannot be said. */
export const Gaps = ({ member, lines }: { member: Member; lines: readonly PartnerLine[] }) => {
  const { t } = member
  const gaps = lines
    .flatMap(({ name, head, current }) =>
      head && head.people > current.most
        ? [{ name, missing: { least: head.people - current.most, most: head.people - current.least }, head: head.people }]
        : [],
    )
    .sort((a, b) => b.missing.least - a.missing.least)
    .slice(0, gapRows)
  const unknown = lines.filter(({ head }) => !head).length
  return (
    <>
      <p class="small">{t('trained.gaps-why')}</p>
      {gaps.length ? (
        <Rows
          caption={t('trained.gaps')}
          tight
          groups={[{ rows: gaps }]}
          columns={[
            { id: 'partner', label: t('trained.head-partner'), cell: ({ name }) => name },
            {
              id: 'bar',
              label: t('trained.head-gap-share'),
              cell: ({ missing, head }) => <RowBar share={missing.least / head} said={countShareWords(member, missing, head) ?? ''} />,
            },
            { id: 'gap', label: t('trained.gap'), figures: true, cell: ({ missing }) => countWords(member, missing) },
            { id: 'head', label: t('trained.head-head'), figures: true, cell: ({ head }) => head.toLocaleString('en-GB') },
          ]}
        />
      ) : (
        <p>{t('trained.gap-none')}</p>
      )}
      {unknown ? (
        <p class="small">
          {t('trained.gap-unknown', { count: unknown })} <a href={`${listPath}/head-count`}>{t('trained.to-head')}</a>
        </p>
      ) : null}
      <LinkButton href="/desk/events/plan" look="quiet">
        {t('trained.plan')}
      </LinkButton>
    </>
  )
}

/** Events and who gave them, by the partner that they work for. */
export const Active = ({ member, rows, names }: { member: Member; rows: readonly CountRow[]; names: ReadonlyMap<string, string> }) => {
  const { t } = member
  const partners = [...new Set(rows.map(({ of }) => of))]
    .map((of) => ({
      name: names.get(of) ?? of,
      events: countOf(rows, { of, measure: 'events' }).most,
      trainers: countOf(rows, { of, measure: 'trainers' }).most,
    }))
    .sort((a, b) => b.events - a.events || a.name.localeCompare(b.name))
  if (!partners.length) return <p>{t('trained.active-none')}</p>
  return (
    <Rows
      caption={t('trained.active')}
      tight
      groups={[{ rows: partners }]}
      columns={[
        { id: 'partner', label: t('trained.head-partner'), cell: ({ name }) => name },
        { id: 'events', label: t('trained.head-events'), figures: true, cell: ({ events }) => events.toLocaleString('en-GB') },
        { id: 'trainers', label: t('trained.head-trainers'), figures: true, cell: ({ trainers }) => trainers.toLocaleString('en-GB') },
      ]}
    />
  )
}

/** What was said before anybody counted: it stands beside the figures, and is never one of them. */
export const Claims = ({ member }: { member: Member }) => {
  const { pack } = member.desk.parts
  const claims = pack.figures.filter(
    (one) => one.geography === pack.id && one.measure === 'people-trained' && one.publish !== false && typeof one.value === 'number',
  )
  return (
    <>
      {claims.map(({ qualifier = '', value, to }) => (
        <p class="small">
          {member.t('trained.claim', { qualifier, value: value.toLocaleString('en-GB'), date: longDate(Temporal.PlainDate.from(to)) })}
        </p>
      ))}
    </>
  )
}
