import { closeConcern } from '../../../commands/concerns/close-concern.ts'
import { reopenConcern } from '../../../commands/concerns/reopen-concern.ts'
import { passOutside } from '../../../commands/concerns/sharing/pass-on.ts'
import { withdrawByCode } from '../../../commands/intake/withdraw-by-code.ts'
import type { Outside } from '../../../domain/concerns/sharing.ts'
import type { Case } from './case.ts'
import { asked, looks, note, read, reply } from './open-lives.ts'

/* How concerns of the county end. */

/** `how`: how much was done before. `to`: whom it was passed to. */
export const closed =
  (outcome: string, how: number, to: Outside | null = null) =>
  async (c: Case) => {
    const who = c.desk
    await read(c, 2 + (how % 4))
    if (how % 2) await note(c, 8, who, notes[how % notes.length] ?? '')
    if (how % 3 !== 2) await reply(c, 9, who, 'Thank you for telling us. We have read it and are looking into it.')
    if (how % 4 !== 3) await looks(c, 30)
    if (to) await c.as(40, who, passOutside, { to: { outside: to }, shared: forOutside, way: 'telephone' })
    await c.as(60 + how * 3, who, closeConcern, { outcome, words: '' })
    if (how % 3 === 0) await looks(c, 90 + how * 3)
  }

const forOutside = { version: 1, to: 'The duty team', what: 'What the reporter saw, without their name.', asked: null } as const

const notes = [
  'Checked with the council’s licensing team. They know the business.',
  'Called the person’s GP practice, who will see them on Thursday.',
  'Nothing in our own records. Asked two partners, who know nothing either.',
  'Went through it with the duty sergeant by telephone.',
]

export const reopened = async (c: Case): Promise<void> => {
  await closed('not-enough', 2)(c)
  await c.as(200, c.desk, reopenConcern, {})
  await note(c, 200.2, c.desk, 'A second report about the same place came in. Opened again.')
}

export const withdrawn = async (c: Case): Promise<void> => {
  await asked(c)
  await c.withCode(30, withdrawByCode)
}

export const erased = async (c: Case): Promise<void> => {
  await closed('outside-area', 0, 'council')(c)
  await c.erase(24 * 28, c.desk, 'reporter')
}
