import type { Answers } from '../../../../domain/flow/answers.ts'

/** What the pathway's answers say that cannot wait. It goes along with them, whatever is said later in the form. */
export type Found = { danger: boolean; child: boolean }

const nothingFound: Found = { danger: false, child: false }

// Who is not sure of an age is believed to be right: so does the pathway.
const mayBe = (answer: unknown): answer is 'yes' | 'not-sure' => answer === 'yes' || answer === 'not-sure'

export type Alarming = { danger: boolean; child: boolean; young: boolean }

/** Who is under 18, or may be, and what cannot wait: shown before anything is sent, and told the desk at once. Of two answers that do not agree, the one that alarms. */
export const alarmsOf = (answers: Answers, found: Found | null = null): Alarming => {
  const young = answers['under-18'] === 'yes'
  const { danger, child } = found ?? nothingFound
  return {
    danger: danger || answers.urgency === 'danger',
    // It is about them, and they are under 18: "no" to "Is anyone under 18?" cannot be so.
    child: child || mayBe(answers.child) || (young && answers.self === 'yes' && answers.child === 'no'),
    young,
  }
}

/** Is what alarms in these answers from an earlier page than the one before this? Then it was shown already. */
export const wasShown = (answers: Answers, found: Found | null, before: readonly string[]): boolean => {
  const earlier = alarmsOf(Object.fromEntries(Object.entries(answers).filter(([id]) => !before.includes(id))), found)
  const now = alarmsOf(answers, found)
  return (['danger', 'child', 'young'] as const).every((one) => earlier[one] || !now[one])
}

/** What may be missing, and on which page it is asked. */
export const unsaidPages = { urgency: 'urgency', you: 'you', self: 'you', 'under-18': 'you', contact: 'answer', safe: 'answer' } as const
export type Unsaid = keyof typeof unsaidPages

/** What was not answered of pages 4 and 5, and would have told whoever reports where to call; and how or when they can be reached, where they want to be. */
export const unsaidOf = (answers: Answers): { danger: boolean; young: boolean; missing: readonly Unsaid[] } => {
  const unsaid = (id: string) => answers[id] === undefined
  const [young, self, contact] = [unsaid('under-18'), unsaid('self'), unsaid('contact')]
  const reached = answers['answer-by'] !== 'code'
  const missing: Record<Unsaid, boolean> = {
    // Whoever is under 18 has said it.
    urgency: unsaid('child') && answers['under-18'] !== 'yes',
    you: self && young,
    self: self && !young,
    'under-18': young && !self,
    contact: answers['answer-by'] === 'contact' && contact,
    safe: reached && !contact && unsaid('safe-times'),
  }
  return { danger: unsaid('urgency'), young, missing: unsaidOnes.filter((one) => missing[one]) }
}

const unsaidOnes = Object.keys(unsaidPages) as Unsaid[]

/** What cannot wait in the answers of the pathway (flows/pathway.yaml), where "yes" to danger is also "I am not sure". */
export const foundIn = (pathway: Answers): Found => ({ danger: pathway.danger === 'yes', child: mayBe(pathway['under-18']) })

/** Whoever said where they work has answered at work. */
export const isWork = ({ organisation }: Answers): boolean => typeof organisation === 'string' && organisation !== 'no-organisation'

/** The same, as answers of this form. "No" is not taken over: that the person is an adult says nothing of who else is there. */
export const answeredBy = (pathway: Answers): Answers => {
  const age = pathway['under-18']
  return { ...(pathway.danger === 'yes' ? { urgency: 'danger' } : {}), ...(mayBe(age) ? { child: age } : {}) }
}
