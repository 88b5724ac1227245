import { randomUUID } from 'node:crypto'
import { type LearningPair, pairText } from '../../src/commands/attend/learning-key.ts'
import { learningPair, makeLearningKey } from '../../src/commands/register/make-learning-key.ts'
import { activityAddress, activityName } from '../../src/domain/register/activity.ts'
import type { Somebody, TestDesk } from './desk.ts'
import { realPack } from './real-pack.ts'

/** Somebody who answers for a partner makes a key for its learning system. */
export const aLearningKey = async (desk: TestDesk, who: Somebody, partner = 'watford'): Promise<LearningPair & { id: string }> => {
  const made = await desk.as(who, makeLearningKey, { partner, name: 'Our Moodle' })
  if ('fault' in made) throw new Error(made.fault)
  return { ...learningPair(desk.parts, made.done.id), id: made.done.id }
}

export const basic = (pair: LearningPair): string => `Basic ${Buffer.from(pairText(pair)).toString('base64')}`

/** The name of today's course of a tier. */
export const todays = (tier = 'everyone'): string => activityName(realPack().course, tier)

const verbs = 'http://adlnet.gov/expapi/verbs/'

/** Somebody passed the course, as a system says it that knows the email. */
export const passed = (email: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: randomUUID(),
  actor: { objectType: 'Agent', name: `Learner ${email.split('@')[0]}`, mbox: `mailto:${email}` },
  verb: { id: `${verbs}passed`, display: { en: 'passed' } },
  object: { objectType: 'Activity', id: activityAddress('https://waymark.example.org', todays()) },
  result: { success: true, score: { scaled: 0.9 } },
  timestamp: '2026-10-01T09:30:00.000Z',
  ...more,
})

const moodle = 'https://moodle.watford.example.org'
const external = 'https://w3id.org/learning-analytics/learning-management-system/external-id'
const part = (id: string, type: string, more: object = {}) => ({
  objectType: 'Activity',
  id: `${moodle}${id}`,
  definition: { name: { en: 'Modern slavery' }, type, ...more },
})
const module = (number: string | null) =>
  part('/mod/scorm/view.php?id=7', 'http://adlnet.gov/expapi/activities/module', { extensions: { [external]: number } })
const course = (number: string | null) =>
  part('/course/view.php?id=2', 'https://w3id.org/xapi/cmi5/activitytype/course', { extensions: { [external]: number } })
const context = (name: string, parent?: object[]) => ({
  language: 'en',
  contextActivities: {
    ...(parent ? { parent } : {}),
    category: [part('', 'http://id.tincanapi.com/activitytype/lms')],
  },
  extensions: {
    'http://lrs.learninglocker.net/define/extensions/info': {
      event_name: name,
      'https://github.com/xAPI-vle/moodle-logstore_xapi': '5.0.1',
    },
  },
})
const user = (name: string) => ({ name: `Learner ${name}`, account: { homePage: moodle, name } })

/** As logstore_xapi 5.0.1 for Moodle makes them (read in its source): no ids, users by the number of their account, an activity's ID number in an extension. */
export const moodleStatements = {
  courseCompleted: (name: string, number: string | null) => ({
    ...{ actor: user(name), verb: { id: `${verbs}completed`, display: { en: 'Completed' } }, object: course(number) },
    ...{ context: context('\\core\\event\\course_completed'), timestamp: '2026-10-02T10:00:00+01:00' },
  }),
  /** Its verb is `completed` for whatever is neither passed nor failed, so also for what was only opened. */
  scormStatus: (name: string, verb: 'passed' | 'failed' | 'completed', number: string | null, courseNumber: string | null = null) => ({
    ...{ actor: user(name), verb: { id: `${verbs}${verb}`, display: { en: verb } } },
    object: part('/mod/scorm/view.php?id=7#sco', 'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/scorm-content-object'),
    context: context('\\mod_scorm\\event\\status_submitted', [
      module(number),
      part('/course/section.php?id=1', 'http://id.tincanapi.com/activitytype/section'),
      course(courseNumber),
    ]),
    timestamp: '2026-10-03T11:00:00+01:00',
  }),
  quizPassed: (name: string, courseNumber: string) => ({
    ...{
      actor: user(name),
      verb: { id: `${verbs}passed`, display: { en: 'passed' } },
      object: part('/mod/quiz/view.php?id=9', 'http://id.tincanapi.com/activitytype/quiz'),
    },
    ...{ context: context('quiz', [course(courseNumber)]), timestamp: '2026-10-03T11:00:00+01:00' },
  }),
}
