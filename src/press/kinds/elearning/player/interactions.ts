/** An answer to a question, as it was given: nothing of who gave it, when, or how long it took. */
export type Answered = {
  /** Id of the question. */
  question: string
  /** Its words. */
  asked: string
  /** Ids of its choices, in their order. */
  choices: readonly string[]
  chosen: string
  right: string
}

/** Elements of one entry of `cmi.interactions`, in the order in which a learning system takes them. */
export type Interaction = readonly (readonly [element: string, value: string])[]

/** In SCORM 1.2 a choice is one letter or figure (RTE 1.2, 3.4.4: CMIFeedback). */
export const interaction12 = ({ question, choices, chosen, right }: Answered): Interaction => {
  const letter = (choice: string): string => String.fromCharCode(97 + choices.indexOf(choice))
  return [
    ['id', question],
    ['type', 'choice'],
    ['correct_responses.0.pattern', letter(right)],
    ['student_response', letter(chosen)],
    ['result', chosen === right ? 'correct' : 'wrong'],
  ]
}

/** In SCORM 2004 a choice has its id, and a question its words: a system need keep no more than 250 letters of them (4th Edition RTE, 4.2.9). */
export const interaction2004 = ({ question, asked, chosen, right }: Answered, language: string): Interaction => [
  ['id', question],
  ['type', 'choice'],
  ['description', `{lang=${language}}${shortened(asked, 250)}`],
  ['correct_responses.0.pattern', right],
  ['learner_response', chosen],
  ['result', chosen === right ? 'correct' : 'incorrect'],
]

/** A text of at most so many letters, ended between two words. */
const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`
}

/** A learning system need keep no more than 250 of them (SCORM 2004 4th Edition RTE, 4.2.9.1; 1.2 sets no number). */
const most = 250

/**
 * Tells a learning system of answers, each as an entry of its own after those that are there, so that a second answer leaves the first: where
 * it says that it records them, and only the elements that it says it knows. What it does not take is left: the answer stands in `suspend_data` too.
 */
export const tellAnswers = (
  answers: readonly Interaction[],
  get: (name: string) => string,
  set: (name: string, value: string) => unknown,
): void => {
  const known = get('cmi.interactions._children').split(',')
  let at = Number(get('cmi.interactions._count')) || 0
  if (!known.includes('id')) return
  for (const answer of answers) {
    if (at >= most) return
    for (const [element, value] of answer) if (known.includes(element.split('.')[0] ?? '')) set(`cmi.interactions.${at}.${element}`, value)
    at += 1
  }
}
