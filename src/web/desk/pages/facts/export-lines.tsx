import type { ExportLine } from '../../../../content/export/export.ts'
import { Rows } from '../../components/rows.tsx'
import type { DeskWords } from '../../context/words.ts'
import { addressOf, dayWords, intervalWords, wayWords } from './words.ts'

/** What becomes of each fact in the pack's files. */
export const ExportLines = ({ t, lines }: { t: DeskWords; lines: readonly ExportLine[] }) => (
  <Rows
    caption={t('fact-export.caption')}
    groups={[{ rows: lines }]}
    columns={[
      { id: 'fact', label: t('fact-export.fact'), cell: ({ fact }) => <a href={addressOf(fact)}>{fact.name}</a> },
      {
        id: 'answer',
        label: t('fact-export.answer'),
        cell: ({ checks }) =>
          checks.map((check) => (
            <>
              {t(`fact.holds-${check.holds}`)}
              <br />
              <span class="small">
                {t('fact.check', { date: dayWords(check.checkedOn), way: wayWords(t, check) })}. {check.by}.
              </span>
              <br />
            </>
          )),
      },
      { id: 'becomes', label: t('fact-export.becomes'), cell: (line) => <Becomes t={t} line={line} /> },
    ]}
  />
)

const Becomes = ({ t, line: { fact, checks, new: fresh, held, left } }: { t: DeskWords; line: ExportLine }) => {
  if (left) return <>{t('fact-export.left')}</>
  if (held) return <>{t('fact-export.held')}</>
  const denied = checks.some(({ holds }) => holds !== 'yes')
  return (
    <>
      {fresh
        ? t('fact-export.new', {
            checked: dayWords(fresh.checked || (checks[0]?.checkedOn ?? '')),
            review: dayWords(fresh.review),
            interval: intervalWords(t, fact),
          })
        : null}{' '}
      {denied ? t('fact-export.note') : null}
    </>
  )
}
