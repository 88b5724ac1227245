import { partnerOf } from '../../../../../commands/register/answers-for.ts'
import { readPartnerNames } from '../../../../../commands/register/counts/head-count.ts'
import { readCounts } from '../../../../../commands/register/counts/read-counts.ts'
import { readQuestionSums } from '../../../../../commands/register/counts/read-question-sums.ts'
import { exportPeople, type PeopleRow } from '../../../../../commands/register/people/read-people.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { countKinds, countMeasures } from '../../../../../domain/register/count.ts'
import { registerLength } from '../../../../../domain/register/register.ts'
import { holdsUntil } from '../../../../../domain/register/standing.ts'
import { type CellValue, csvOf, xlsxOf } from '../../../../../format/guarded-cells.ts'
import type { Answer, Member, MemberPage } from '../../../context/page.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { tierName } from '../words.ts'
import { listPath } from './people-list.tsx'
import { questionRows } from './questions.tsx'

type Row = readonly CellValue[]

/** `2026-11-30`, which every spreadsheet reads alike. */
const iso = (day: Temporal.PlainDate | null): string => day?.toString() ?? ''
/** `30-Nov-2026`, as HR systems of the NHS write a day. */
const hrDay = (day: Temporal.PlainDate | null): string =>
  day ? `${String(day.day).padStart(2, '0')}-${day.toLocaleString('en-GB', { month: 'short' }).slice(0, 3)}-${day.year}` : ''

const endsOf = ({ desk }: Member) => {
  const length = registerLength(desk.parts.pack.registerRules, 'certificate-ends')
  return ({ wholeOn }: PeopleRow): Temporal.PlainDate | null => holdsUntil(wholeOn, length)
}

const groupName = ({ desk }: Member, group: string | null): string => desk.parts.pack.roleGroups.find(({ id }) => id === group)?.name ?? ''
const wayName = ({ t }: Member, { way }: PeopleRow): string => (way ? t(`trained.way-${way}`) : '')
const worthName = ({ t }: Member, { worth }: PeopleRow): string => t(`trained.state-${worth ?? 'none'}`)

/** A row for each person and course. */
export const listRows = (member: Member, people: readonly PeopleRow[]): Row[] => {
  const { t } = member
  const ends = endsOf(member)
  return [
    [
      t('trained.name'),
      t('trained.organisation'),
      t('trained.group'),
      t('trained.course'),
      t('trained.learnt'),
      t('trained.how'),
      t('trained.ends'),
      t('trained.state'),
    ],
    ...people.map((row) => [
      ...[
        row.name,
        row.organisation,
        groupName(member, row.group),
        tierName(member, row.tier),
        iso(row.on),
        wayName(member, row),
        iso(ends(row)),
        worthName(member, row),
      ],
    ]),
  ]
}

/** A row for each person, as HR wants it: what they hold of each course beside one another. */
export const hrRows = (member: Member, people: readonly PeopleRow[]): Row[] => {
  const { t, desk } = member
  const tiers = desk.parts.pack.course.tiers.map(({ id }) => id)
  const ends = endsOf(member)
  const heads = tiers.flatMap((tier) => {
    const course = tierName(member, tier)
    return [
      t('trained.course-learnt', { course }),
      t('trained.course-how', { course }),
      t('trained.course-ends', { course }),
      t('trained.course-state', { course }),
    ]
  })
  return [
    [t('trained.name'), t('trained.organisation'), t('trained.group'), ...heads],
    ...[...Map.groupBy(people, ({ id }) => id).values()].map((rows) => {
      const [first] = rows
      return [
        ...[first?.name ?? '', first?.organisation ?? '', groupName(member, first?.group ?? null)],
        ...tiers.flatMap((tier) => {
          const row = rows.find((one) => one.tier === tier)
          return row ? [hrDay(row.on), wayName(member, row), hrDay(ends(row)), worthName(member, row)] : ['', '', '', '']
        }),
      ]
    }),
  ]
}

const fileOf = async (member: Member, name: string, format: string, rows: readonly Row[], widths: readonly number[]): Promise<Answer> => {
  const day = member.local.toPlainDate().toString()
  return format === 'csv'
    ? { file: { content: csvOf(rows), type: 'text/csv; charset=utf-8', name: `${name}-${day}.csv` } }
    : {
        file: {
          content: await xlsxOf([{ name: member.t('trained.sheet'), rows, widths }]),
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          name: `${name}-${day}.xlsx`,
        },
      }
}

/** All figures as they were counted last, for whoever works them out anew. */
const figureRows = async (member: Member): Promise<Row[]> => {
  const { t, desk } = member
  const { done: names } = await member.perform(readPartnerNames, null)
  const sectors = new Map(desk.parts.pack.trainedSectors.map(({ id, name }) => [id, name]))
  const year = String(member.local.year)
  const years = ['', ...Array.from({ length: 4 }, (_, at) => String(Number(year) - at))]
  const months = Array.from({ length: 36 }, (_, at) => member.local.toPlainDate().toPlainYearMonth().subtract({ months: at }).toString())
  const rows: Row[] = [
    [
      t('trained.kind'),
      t('trained.of'),
      t('trained.course'),
      t('trained.period'),
      t('trained.measure'),
      t('trained.least'),
      t('trained.most'),
    ],
  ]
  for (const kind of countKinds.filter((one) => one !== 'organisation'))
    for (const row of (
      await member.perform(readCounts, { kind, of: null, tier: null, periods: [...years, ...months], measures: countMeasures })
    ).done)
      rows.push([
        ...[
          t(`trained.kind-${kind}`),
          names.get(row.of) ?? sectors.get(row.of) ?? row.of,
          row.tier ? tierName(member, row.tier) : t('trained.any-course'),
        ],
        ...[row.period || t('trained.since'), t(`trained.${row.measure}`), row.least, row.most],
      ])
  return rows
}

/** Files: the people of one partner, as a list or as HR wants it; and figures. */
export const exportPage: MemberPage = {
  path: `${listPath}/export/:file`,
  here: 'register',
  show: async (member) => {
    const [, what, format] = /^(people|hr|figures|questions)\.(csv|xlsx)$/.exec(member.param('file')) ?? []
    if (!what || !format) return deniedPage(member, 'not-found')
    if (what === 'figures') return fileOf(member, 'training-figures', format, await figureRows(member), [18, 32, 28, 14, 24, 10, 10])
    if (what === 'questions') {
      if (!holds(member.viewer, 'coordinator')) return deniedPage(member, 'not-allowed')
      const { done: sums } = await member.perform(readQuestionSums, null)
      return fileOf(member, 'training-questions', format, questionRows(member, sums), [32, 60, 20, 12, 12, 20])
    }
    const partner = partnerOf(member.viewer) ?? member.query('partner')
    if (!partner) return { to: `${listPath}#export` }
    const { done: people } = await member.perform(exportPeople, { partner })
    const rows = what === 'hr' ? hrRows(member, people) : listRows(member, people)
    return fileOf(member, what === 'hr' ? 'training-for-hr' : 'training', format, rows, [28, 32, 24, 24, 16, 24, 16, 20])
  },
}
