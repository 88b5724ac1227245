import type { Answers } from '../../../domain/flow/answers.ts'
import type { Case } from './case.ts'
import { adds, looks, note, read, reply } from './open-lives.ts'

/** The report whose code whoever tries the demonstration is given. */
export const visitorSeed = 'for visitors'
export const visitorDays = 6

export const visitorAnswers: Answers = {
  what: 'At least twelve people live in the three-bedroom house next door. A minibus takes them away at five and brings them back after dark. One of them asked my son for bread.',
  'where-town': 'saxelmere',
  where: 'The house at the end of our terrace',
  when: 'Every day for about three weeks',
  sector: 'private-housing',
  signs: ['overcrowded', 'excessive-hours'],
  urgency: 'soon',
  self: 'no',
  'who-may-read': 'coordinators',
  'answer-by': 'code',
}

export const visitorLife = async (c: Case): Promise<void> => {
  await read(c)
  await reply(
    c,
    4,
    c.desk,
    'Thank you for telling us. We have read it. Please do not go next door or ask them anything. Do you know what is written on the minibus?',
  )
  await looks(c, 22)
  await adds(c, 22.3, 'It is white, and someone has painted over the sign. It comes from the left.')
  await read(c, 26)
  await note(c, 26.2, c.desk, 'The second report this month about a white minibus in Saxelmere.')
  await reply(c, 27, c.desk, 'Thank you, that helps. We are speaking to people who can look into it, and will write to you here again.', 12)
}
