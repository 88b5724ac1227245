import type { PackFlow } from '../content/flows.ts'
import type { Condition } from '../domain/flow/condition.ts'
import { type Entry, entriesOf, type Question } from '../domain/flow/flow.ts'
import type { FormatText } from './messages.ts'

/**
 * A condition as a reader is told it, such as `if you ticked “They are in hospital”`: answers by what they are called, sets and rules in the
 * words that the flow has for them. Of the question that is `asking` the answers alone are told: “Yes” or “I am not sure”.
 */
export const conditionWords = (t: FormatText, of: PackFlow, condition: Condition, asking?: Question): string => {
  const { flow, words } = of
  const known = new Map<string, Pick<Entry, 'id' | 'kind'>>([
    ...flow.givens.map(({ id }): [string, Pick<Entry, 'id' | 'kind'>] => [id, { id, kind: 'choice' }]),
    ...entriesOf(flow).map((entry): [string, Entry] => [entry.id, entry]),
  ])
  const titleOf = (id: string): string => {
    const question = flow.questions.find(({ entries }) => entries.some((entry) => entry.id === id))
    return words.entries.get(id)?.label ?? words.questions.get(question?.id ?? '')?.title ?? id
  }
  const answers = (id: string, options: readonly string[]): string => {
    const labels = options
      .map((option) => t('pathway.when-quoted', { text: words.entries.get(id)?.options?.[option] ?? option }))
      .join(` ${t('pathway.or')} `)
    if (asking?.entries.some((entry) => entry.id === id)) return labels
    if (known.get(id)?.kind === 'several') return t('pathway.when-ticked', { options: labels })
    return t('pathway.when-answer', { question: titleOf(id), options: labels })
  }
  const said = (condition: Condition): string => {
    if ('not' in condition) return t('pathway.when-not', { when: said(condition.not) })
    if ('all' in condition) return condition.all.map(said).join(t('pathway.when-and'))
    if ('any' in condition) return together(condition.any).map(said).join(t('pathway.when-or'))
    if ('rule' in condition) return t('pathway.when', { when: words.rules.get(condition.rule)?.means[condition.is] ?? condition.rule })
    if (!('answer' in condition)) return t('pathway.when-answered', { question: titleOf(condition.has) })
    if ('older_than' in condition) return t('pathway.when-older', { question: titleOf(condition.answer), years: condition.older_than })
    if ('one_of' in condition && typeof condition.one_of === 'string')
      return t('pathway.when', { when: words.sets.get(condition.one_of)?.means ?? condition.one_of })
    return answers(condition.answer, optionsOf(condition))
  }
  return said(condition)
}

/** The options that an atom names. */
const optionsOf = (condition: Condition): readonly string[] => {
  if ('is' in condition && 'answer' in condition) return [condition.is]
  if ('one_of' in condition) return typeof condition.one_of === 'string' ? [] : condition.one_of
  return 'has' in condition && 'answer' in condition ? [condition.has] : []
}

/** Alternatives that name answers to one question, as one: `“Yes” or “I am not sure”`, without its question twice. */
const together = (conditions: readonly Condition[]): Condition[] => {
  const merged: Condition[] = []
  for (const condition of conditions) {
    const [last, options] = [merged.at(-1), optionsOf(condition)]
    if (last && options.length && optionsOf(last).length && 'answer' in condition && 'answer' in last && last.answer === condition.answer)
      merged[merged.length - 1] = { answer: condition.answer, one_of: [...optionsOf(last), ...options] }
    else merged.push(condition)
  }
  return merged
}
