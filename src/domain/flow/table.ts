import { atomsOf, readBy } from './condition.ts'
import { proveRoutes } from './faults.ts'
import type { Flow, Given } from './flow.ts'
import { conditionText, graphText } from './graph.ts'
import { allRoutes } from './routes.ts'
import type { World } from './walk.ts'
import type { FlowWords } from './words.ts'

/**
 * A flow as a decision table in Markdown: each group of answers that is decided alike, its outcome and its actions in order; what each tick
 * brings; which options count alike; on how many routes each row was proved; the ways as sorted text. Givens stand at their default, and a
 * question of ticks is left empty: what hangs on them is told in lists of their own.
 */
export const decisionTable = (flow: Flow, words: FlowWords, world: World): string => {
  const entries = flow.questions.flatMap((question) => question.entries)
  const ticks = entries.filter(({ may_be_empty }) => may_be_empty)
  const asked = entries.filter((entry) => !ticks.includes(entry)).map(({ id }) => id)
  const reading = new Set([...ticks, ...flow.givens].map(({ id }) => id))
  const routes = allRoutes(unticked(flow), world)
  const cell = (value: unknown) => (value === undefined ? '' : value === null ? '(empty)' : String(value))
  const rows = unique(
    routes.map(({ answers, reached }) => [
      ...asked.map((id) => cell(answers[id])),
      reached.id,
      reached.actions.map(({ id }) => id).join(', '),
    ]),
  )
  const table = (head: readonly string[], body: readonly (readonly string[])[]) =>
    [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n')
  const title = (id: string) =>
    words.questions.get(flow.questions.find(({ entries }) => entries.some((e) => e.id === id))?.id ?? '')?.title ?? id
  const alike = [...flow.sets].map(([id, of]) => [id, of.map((option) => optionName(words, option)).join('; ')])
  const acts = [...flow.actions, ...flow.leaving].map(({ id, source, sure }) => [
    id,
    words.actions.get(id)?.title ?? id,
    source,
    sure ?? '',
  ])
  const rules = Object.entries(world.rules).map(([id, { reads, samples }]) => [
    id,
    [...new Set(Object.values(reads).map((atom) => ('answer' in atom ? atom.answer : atom.has)))].join(', '),
    Object.keys(samples).join(', '),
  ])
  const brought = flow.actions.flatMap(({ id, on, if: condition }) =>
    condition && atomsOf(condition, () => []).some((atom) => reading.has(readBy(atom)))
      ? [[id, on.join(', '), conditionText(condition)]]
      : [],
  )
  const { walked } = proveRoutes(flow, world)
  const proved = flow.invariants.map(({ id, source }) => [id, String(walked.get(id) ?? 0), source])
  return `There are ${rows.length} ways without a tick, with up to ${Math.max(...routes.map(({ questions }) => questions.length))} questions.

## What is asked
${table(
  ['Answer', 'Question'],
  entries.map(({ id }) => [id, title(id)]),
)}

## What follows
If a cell is empty, that way does not ask the question. Where several answers have the same effect, the table shows one of them. A tick or another nation can add more actions: see the next table.

${table([...asked, 'Outcome', 'Actions, in order'], rows)}

## What ticks and nations add
${table(['Action', 'On', 'Where'], brought)}

## Which answers have the same effect
${table(['Set', 'Options'], alike)}

## Actions
How sure we are: A official text, B second-hand or old text, C general knowledge, ? not found.

${table(['Action', 'In words', 'Source', 'Sure'], acts)}

## What is proved
Each rule is tested on every route where an answer makes a difference to the ways, the rule or an action that the rule names.

${table(['Rule', 'Routes', 'Source'], proved)}

## Rules
${table(['Rule', 'Reads', 'Gives'], rules)}

## Ways and conditions
\`\`\`
${graphText(flow)}
\`\`\`
`
}

/** The flow where nobody ticks anything and every given stands at its default. */
const unticked = (flow: Flow): Flow => {
  const usual = (given: Given): string | undefined => given.default ?? flow.givens.map((g) => g.default).find((d) => d !== undefined)
  return {
    ...flow,
    givens: flow.givens.map((given) => ({ ...given, options: [usual(given) ?? given.options[0] ?? ''] })),
    questions: flow.questions.map((question) => ({
      ...question,
      entries: question.entries.map((entry) => (entry.may_be_empty ? { ...entry, options: [] } : entry)),
    })),
  }
}

const unique = (rows: readonly string[][]): string[][] => [...new Map(rows.map((row) => [row.join('|'), row])).values()]

const optionName = (words: FlowWords, option: string): string => {
  for (const { options } of words.entries.values()) if (options?.[option]) return options[option]
  return option
}
