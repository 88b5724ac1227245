import { type PartWrong, type QuestionSum, type QuestionWrong, wrongByPart } from '../../../../../domain/register/wrong.ts'
import type { Course } from '../../../../../domain/training/course.ts'
import type { CellValue } from '../../../../../format/guarded-cells.ts'
import { longDate } from '../../../../../format/when.ts'
import { RowBar } from '../../../../components/charts/row-bar.tsx'
import { LinkButton } from '../../../components/buttons.tsx'
import { Empty } from '../../../components/list.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { Member } from '../../../context/page.ts'
import { countShareWords } from './figures.tsx'
import { listPath } from './people-list.tsx'

/** The day of a version of the course, by which people know it. */
const dayOf = ({ releases }: Pick<Course, 'releases'>, version: string): Temporal.PlainDate | null => {
  const date = releases.find(({ taught }) => taught === version)?.date
  return date === undefined ? null : Temporal.PlainDate.from(date)
}

type Ask = { tier: string | null; year: string | null; sector: boolean }

/** Which parts of the course people get wrong: a table with a bar for each question, those that most get wrong first. */
export const Questions = ({ member, sums, ask }: { member: Member; sums: readonly QuestionSum[]; ask: Ask }) => {
  const { t, desk } = member
  const { course } = desk.parts.pack
  const parts = wrongByPart(course, sums, ask)
  const heading = ({ part, wrong, asked }: PartWrong) => t('trained.wrong-part', { part: part.title, ...outOf({ wrong, asked }) })
  if (!parts.length)
    return (
      <Empty heading={t('trained.wrong-empty')}>
        <p>{t('trained.wrong-from')}</p>
        <p>{t('trained.wrong-five')}</p>
      </Empty>
    )
  return (
    <>
      <p class="small">{t('trained.wrong-from')}</p>
      <p class="small">{t('trained.wrong-five')}</p>
      {ask.sector ? <p class="small">{t('trained.wrong-all-sectors')}</p> : null}
      <Rows
        caption={t('trained.wrong')}
        tight
        groups={parts.map((part) => ({ heading: heading(part), rows: part.questions }))}
        columns={[
          { id: 'question', label: t('trained.wrong-question'), cell: ({ item }) => item.question },
          {
            id: 'share',
            label: t('trained.head-wrong-share'),
            cell: ({ wrong, asked }) => (
              <RowBar share={wrong / asked} said={countShareWords(member, { least: wrong, most: wrong }, asked) ?? ''} />
            ),
          },
          { id: 'wrong', label: t('trained.wrong-head'), figures: true, cell: (row) => t('trained.wrong-of', outOf(row)) },
          { id: 'version', label: t('trained.wrong-version'), cell: (row) => versionWords(member, row) },
        ]}
      />
      <LinkButton href={`${listPath}/export/questions.csv`} look="quiet">
        {t('trained.wrong-csv')}
      </LinkButton>
    </>
  )
}

const outOf = ({ wrong, asked }: Pick<QuestionWrong, 'wrong' | 'asked'>) => ({
  wrong: wrong.toLocaleString('en-GB'),
  asked: asked.toLocaleString('en-GB'),
})

const versionWords = ({ t, desk }: Member, { version }: QuestionWrong): string => {
  const { course } = desk.parts.pack
  const day = dayOf(course, version)
  if (version === course.taught) return day ? t('trained.wrong-today', { date: longDate(day) }) : t('trained.wrong-today-only')
  return day ? longDate(day) : version
}

/** The same as a file: a row for each question, version and quarter. */
export const questionRows = ({ t, desk }: Member, sums: readonly QuestionSum[]): (readonly CellValue[])[] => {
  const { course } = desk.parts.pack
  const items = course.parts.flatMap((part) => (part.check ?? []).map((item) => ({ part, item })))
  return [
    [
      ...[t('trained.wrong-part-head'), t('trained.wrong-question'), t('trained.wrong-version'), t('trained.wrong-quarter')],
      ...[t('trained.wrong-asked'), t('trained.wrong-head')],
    ],
    ...sums.map(({ question, version, quarter, asked, wrong }) => {
      const found = items.find(({ item }) => item.id === question)
      return [
        found?.part.title ?? '',
        found?.item.question ?? question,
        dayOf(course, version)?.toString() ?? version,
        quarter,
        asked,
        wrong,
      ]
    }),
  ]
}
