import type { Flow } from './flow.ts'
import { graphText } from './graph.ts'
import { allRoutes } from './routes.ts'
import type { World } from './walk.ts'
import type { FlowWords } from './words.ts'

/**
 * A flow as a decision table in Markdown: each group of answers that is decided alike, its outcome and its actions in order; which options
 * count alike; the ways as sorted text. Given answers stand at their default: what hangs on them is told in the list of conditions.
 */
export const decisionTable = (flow: Flow, words: FlowWords, world: World): string => {
  const asked = flow.questions.flatMap(({ entries }) => entries.map(({ id }) => id))
  const routes = allRoutes(flow, world).filter(({ answers }) =>
    flow.givens.every((g) => [undefined, g.default].includes(answers[g.id] as string)),
  )
  const cell = (value: unknown) => (value === undefined ? '' : value === null ? '(empty)' : String(value))
  const rows = routes.map(({ answers, reached }) => [
    ...asked.map((id) => cell(answers[id])),
    reached.id,
    reached.actions.map(({ id }) => id).join(', '),
  ])
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
  return `${routes.length} ways, ${Math.max(...routes.map(({ questions }) => questions.length))} questions at most.

## What is asked
${table(
  ['Answer', 'Question'],
  asked.map((id) => [id, title(id)]),
)}

## What follows
An empty cell: not asked on this way. Of answers that count alike one stands for all.

${table([...asked, 'Outcome', 'Actions, in order'], rows)}

## Which answers count alike
${table(['Set', 'Options'], alike)}

## Actions
How sure: A official text, B secondary or old, C general knowledge, ? not found.

${table(['Action', 'In words', 'Source', 'Sure'], acts)}

## Rules
${table(['Rule', 'Reads', 'Gives'], rules)}

## Ways and conditions
\`\`\`
${graphText(flow)}
\`\`\`
`
}

const optionName = (words: FlowWords, option: string): string => {
  for (const { options } of words.entries.values()) if (options?.[option]) return options[option]
  return option
}
