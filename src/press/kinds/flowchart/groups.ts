import type { WordId } from '../../../content/word-ids.ts'
import type { Condition } from '../../../domain/flow/condition.ts'
import type { Group } from './organisations.ts'

const duties: readonly Condition[] = ['has-duty', 'duty-by-policy', 'duty-inherited'].map((set) => ({
  answer: 'organisation',
  one_of: set,
}))

export const mayRefer = { rule: 'may-refer', is: 'yes' } as const

/** Groups of organisations that have a name; others are told kind by kind. */
export const groupsOf = (t: (id: WordId) => string): Group[] => [
  {
    if: mayRefer,
    in: { text: t('press.flow-may-refer'), shape: 'filled' },
    out: { text: t('press.flow-may-not-refer'), shape: 'outline' },
  },
  {
    if: { answer: 'organisation', one_of: 'police' },
    in: { text: t('press.flow-police'), shape: 'filled' },
    out: { text: t('press.flow-not-police'), shape: 'outline' },
  },
  {
    if: { any: [...duties, { answer: 'organisation', one_of: 'duty-unknown' }] },
    in: { text: t('press.flow-duty-unsure'), shape: 'double' },
    out: { text: t('press.flow-no-duty'), shape: 'outline' },
  },
  {
    if: { any: duties },
    in: { text: t('press.flow-duty'), shape: 'double' },
    out: { text: t('press.flow-no-duty-known'), shape: 'outline' },
  },
]
