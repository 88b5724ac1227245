import type { FactDue } from '../../../../domain/facts/due.ts'
import { Tag } from '../../components/tag.tsx'
import type { DeskWords } from '../../context/words.ts'
import { dayWords } from './words.ts'

/** Why a fact is in the list: how near its day is, what is doubtful, and what has been recorded already. */
export const Why = ({ t, due: { fact, state, doubts, waiting } }: { t: DeskWords; due: FactDue }) => (
  <span class="tags">
    <Tag state={stateTags[state]}>{t(`fact.${state}`)}</Tag>{' '}
    {doubts.map((doubt) => (
      <>
        <Tag state={doubt === 'denied' ? 'late' : 'asked'}>
          {t(`fact.${doubt}`, { date: fact.doubtFrom === null ? '' : dayWords(fact.doubtFrom) })}
        </Tag>{' '}
      </>
    ))}
    {waiting.some(({ exported }) => !exported) ? <Tag state="done">{t('fact.recorded')}</Tag> : null}{' '}
    {waiting.some(({ exported }) => exported) ? <Tag state="shut">{t('fact.exported')}</Tag> : null}
  </span>
)

const stateTags = { overdue: 'late', due: 'due', later: 'in-time' } as const
