import type { Course } from '../training/course.ts'
import { versionNamed } from './activity.ts'
import type { Statement } from './statement.ts'

/** An answer to a question of our check, of which version of the course, and whether it was right. */
export type Answered = { question: string; version: string; right: boolean }

/** `answered` is what most systems say, `responded` what those say that follow ADL's xAPI SCORM Profile (verbs, 2016). */
const verbs = new Set(['answered', 'responded'].map((verb) => `http://adlnet.gov/expapi/verbs/${verb}`))

/**
 * Reads a statement of one answer, as systems make them of what a SCORM package reports (`cmi.interactions`): its activity ends with the id of the
 * question, and it or what it lies in is named as the package is. Null: it is about anything else, or does not say whether it was right, or of a
 * version that nobody knows.
 */
export const answeredIn = (
  { verb, activity, known, partOf, within, success, actor }: Statement,
  course: Pick<Course, 'id' | 'tiers' | 'taught' | 'releases' | 'parts'>,
): Answered | null => {
  if (!verbs.has(verb) || !activity || success === null || actor.kind === 'group') return null
  const question = course.parts.flatMap(({ check = [] }) => check).find(({ id }) => [activity, ...known].some((name) => endsWith(name, id)))
  const version = [activity, ...known, ...partOf, ...within].flatMap((name) => versionNamed(name, course) ?? [])[0]
  return question && version ? { question: question.id, version, right: success } : null
}

const endsWith = (name: string, id: string): boolean =>
  name === id || (name.endsWith(id) && /[/#?=:_.]/.test(name.at(-id.length - 1) ?? ''))
