import type { Condition } from './condition.ts'
import type { Flow } from './flow.ts'
import type { FlowWords } from './words.ts'

/** Which ways of a flow a picture shows: outcomes told in a sentence first, then lanes with some of the steps of an outcome. */
export type PictureOf = {
  first: readonly string[]
  /** `when`: said before a step that is not for everybody. `stop` and `note`: the shorter words of a road. */
  lanes: readonly {
    outcome: string
    note?: string | undefined
    steps: readonly (string | { id: string; when?: string | undefined; stop?: string | undefined })[]
  }[]
}

export type FlowPicture = {
  first: readonly { ask: string; leads: string }[]
  lanes: readonly {
    title: string
    note: string | null
    steps: readonly { when: string | null; text: string; stop: string | null; services: readonly string[] }[]
  }[]
}

/** The picture in the flow's own words, its steps in the flow's order. `or` stands between two answers that lead one way. */
export const pictureOf = (flow: Flow, words: FlowWords, { first, lanes }: PictureOf, or: string): FlowPicture => ({
  first: first.map((outcome) => ({ ask: wayTo(flow, words, outcome, or), leads: named(words, outcome) })),
  lanes: lanes.map(({ outcome, note, steps }) => {
    const chosen = new Map(steps.map((step) => (typeof step === 'string' ? [step, { id: step }] : [step.id, step])))
    return {
      title: named(words, outcome),
      note: note ?? null,
      steps: flow.actions
        .filter(({ id }) => chosen.has(id))
        .map(({ id, services }) => ({
          when: chosen.get(id)?.when ?? null,
          text: words.actions.get(id)?.short ?? words.actions.get(id)?.title ?? id,
          stop: chosen.get(id)?.stop ?? null,
          services,
        })),
    }
  }),
})

/** Whom an outcome is for: its title up to a colon. `An adult who agrees: do all of these` says more than a lane has room for. */
const named = (words: FlowWords, outcome: string): string => (words.outcomes.get(outcome)?.title ?? outcome).replace(/:.*$/, '')

/** The question and the answers that lead to an outcome: `Is the person under 18? Yes or I am not sure`. */
const wayTo = (flow: Flow, words: FlowWords, outcome: string, or: string): string => {
  const deciding = flow.questions.flatMap(({ go }) => go).find((way) => way.to === outcome && way.if)?.if
  const { answer, options } = decided(deciding)
  const labels = options.map((option) => words.entries.get(answer)?.options?.[option] ?? option)
  return `${words.questions.get(answer)?.title ?? outcome} ${labels.join(` ${or} `)}`.trim()
}

const decided = (condition: Condition | undefined): { answer: string; options: readonly string[] } => {
  if (condition && 'answer' in condition && 'is' in condition) return { answer: condition.answer, options: [condition.is] }
  if (condition && 'one_of' in condition && typeof condition.one_of !== 'string')
    return { answer: condition.answer, options: condition.one_of }
  return { answer: '', options: [] }
}
