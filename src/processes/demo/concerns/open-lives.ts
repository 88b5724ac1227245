import { createHash } from 'node:crypto'
import { addIdentifier } from '../../../commands/concerns/add-identifier.ts'
import { addNote } from '../../../commands/concerns/add-note.ts'
import { acceptOffer, refuseOffer, takeOver } from '../../../commands/concerns/answer-offer.ts'
import { handOver } from '../../../commands/concerns/hand-over.ts'
import { holdConcern } from '../../../commands/concerns/hold-concern.ts'
import { stepOut } from '../../../commands/concerns/keep-apart.ts'
import { markConcern } from '../../../commands/concerns/mark-concern.ts'
import { markings } from '../../../commands/concerns/mark-urgent.ts'
import { openPicture } from '../../../commands/concerns/open-picture.ts'
import { readConcern } from '../../../commands/concerns/read-concern.ts'
import { recordIntelligence } from '../../../commands/concerns/record-intelligence.ts'
import { sendReply } from '../../../commands/concerns/send-reply.ts'
import { stopPicture } from '../../../commands/concerns/stop-picture.ts'
import { takeBackReply } from '../../../commands/concerns/take-back-reply.ts'
import { addByCode } from '../../../commands/intake/add-by-code.ts'
import { openByCode } from '../../../commands/intake/by-code.ts'
import type { IdentifierKind } from '../../../domain/concerns/identifier.ts'
import type { Case } from './case.ts'

/*
 * What happens to a concern of the county while it is open: each life is a few moments, in hours since it arrived. The words of the desk are
 * made up as those of the people are.
 */

export const [daniel, imran, margaret, ruth, helen, shanice] = [
  'Daniel Whitcombe',
  'Imran Sheikh',
  'Margaret Osei',
  'Ruth Abernathy',
  'Helen Marchetti',
  'Shanice Clarke',
] as const

/** Whoever is on call owns it first; who deals with it takes it when they read it. */
export const read = async (c: Case, hours = 3, who: string = c.desk): Promise<void> => {
  if (who !== (await c.owner())) await c.as(hours, who, takeOver, {})
  await c.as(hours + 0.02, who, readConcern, {})
}

export const note = (c: Case, hours: number, who: string, text: string): Promise<null> => c.as(hours, who, addNote, { text })

export const reply = async (c: Case, hours: number, who: string, text: string, daysToAnswer: number | null = null): Promise<string> =>
  (
    await c.as(hours, who, sendReply, {
      text,
      answerBy: daysToAnswer === null ? null : c.after(hours).add({ hours: daysToAnswer * 24 }),
      atOnce: false,
    })
  ).reply

export const looks = (c: Case, hours: number): Promise<unknown> => c.withCode(hours, openByCode)

/** The same page sent twice adds once: its random bytes are its own. */
export const adds = (c: Case, hours: number, text: string): Promise<unknown> =>
  c.withCode(hours, (intake, code) => addByCode(intake, { code, once: createHash('sha256').update(`${c.seed} ${hours}`).digest(), text }))

export const seen = (c: Case, hours: number, who: string, kind: IdentifierKind, text: string): Promise<null> =>
  c.as(hours, who, addIdentifier, { kind, text })

const thanks =
  'Thank you for telling us. We have read it. Please do not go closer to find out more, and do not speak to the people you are worried about.'
const question = `${thanks} Can you tell us the days when you saw this, and roughly at what times?`

export const fresh = async (): Promise<void> => {}

export const justRead = (c: Case): Promise<void> => read(c, 2)

export const asked = async (c: Case): Promise<void> => {
  await read(c)
  await reply(c, 4, c.desk, question)
}

export const askedAndSeen = async (c: Case): Promise<void> => {
  await asked(c)
  await looks(c, 11)
  await note(c, 12, c.desk, 'They have seen our question. If we hear nothing by the end of the week, ask once more.')
}

/** `days`: in which an answer was promised. What was promised a week ago is late. */
export const promised = (days: number) => async (c: Case) => {
  await read(c)
  await reply(c, 5, c.desk, `${thanks} We will tell you here what we can, within ${days} days.`, days)
  await looks(c, 20)
}

export const added = async (c: Case): Promise<void> => {
  await askedAndSeen(c)
  await adds(c, 26, 'It was on Monday and on Wednesday, each time at about six in the morning. On Wednesday there was a second van.')
}

export const talked = async (c: Case): Promise<void> => {
  await added(c)
  await read(c, 29)
  await reply(
    c,
    30,
    c.desk,
    'Thank you, that helps us. We have noted the second van. We are speaking to people who can look into this.',
    14,
  )
  await looks(c, 44)
  await note(c, 46, c.desk, 'Spoke to the unit. They know the address and will call back by Friday.')
}

export const replyHeld = async (c: Case): Promise<void> => {
  await read(c, 1)
  await reply(c, 1.5, c.desk, question)
}

export const replyTakenBack = async (c: Case): Promise<void> => {
  await read(c)
  const { reply: sent } = await c.as(4, c.desk, sendReply, { text: question, answerBy: null, atOnce: false }, true)
  await c.as(4.1, c.desk, takeBackReply, { reply: sent }, true)
  await note(c, 4.2, c.desk, 'Took the reply back: it would have told them that someone else has written about the same house.')
}

export const withOther = (who: string) => async (c: Case) => {
  await read(c, 4, who)
  await note(c, 6, who, 'Looked at it with my manager. No immediate risk to anyone today.')
  await reply(c, 7, who, question)
}

export const handedOver = async (c: Case): Promise<void> => {
  await read(c)
  const summary = 'Workers at one site, no immediate danger. The next step is a call to the site owner’s head office, which you know.'
  await c.as(5, c.desk, handOver, { to: c.person(imran), summary })
  await c.as(6, imran, acceptOffer, { offer: await c.offer() })
  await read(c, 6.1, imran)
  await reply(c, 7, imran, question)
}

export const refused = async (c: Case): Promise<void> => {
  await read(c)
  await c.as(5, c.desk, handOver, { to: c.person(ruth), summary: 'Women at one address. You have worked with people there before.' })
  await c.as(5.5, ruth, refuseOffer, {
    offer: await c.offer(),
    reason: 'I am away from tomorrow until Monday and could not answer in time.',
  })
}

/** Offered, and nobody has answered yet: whoever tries the demonstration sees it climb. */
export const offered = (to: string) => async (c: Case) => {
  await read(c, 0.5)
  await c.as(1, c.desk, handOver, {
    to: c.person(to),
    summary: 'One place, no immediate danger. Someone should call the council’s licensing team today.',
  })
}

export const foundDanger = async (c: Case): Promise<void> => {
  await read(c)
  await c.as(3.2, c.desk, markings.danger.mark, {})
  await note(c, 3.5, c.desk, 'Called 999 with what it says. The control room has it and will send a car.')
  await reply(c, 4, c.desk, 'Thank you. Someone may be in danger, so we have called 999. If it gets worse, call 999 yourself.')
}

export const wrongIn = (mark: 'malicious' | 'repeated') => async (c: Case) => {
  await read(c)
  await reply(c, 6, c.desk, thanks)
  await c.as(8, c.desk, markConcern, { mark })
  await note(
    c,
    8.2,
    c.desk,
    mark === 'malicious'
      ? 'The same words about the same shop came three times in a week, each after a row about parking. Kept and marked. Look again if anything new comes.'
      : 'One of several about this place this month. Nothing new in it, and it is kept with the others.',
  )
}

export const held = async (c: Case): Promise<void> => {
  await asked(c)
  await c.as(50, c.desk, holdConcern, { reason: 'The police have asked us to keep it for a court case. Ask them again in March.' })
}

export const known = async (c: Case): Promise<void> => {
  await read(c)
  await c.as(4, c.desk, stepOut, {})
}

const grading = { source: '2', assessment: 'B', handling: 'P' }
export const withIntelligence = async (c: Case): Promise<void> => {
  await askedAndSeen(c)
  await c.as(15, c.desk, recordIntelligence, {
    sector: null,
    grading,
    text: 'A partner has seen the same van at two sites in one week. Nothing is known of who drives it.',
  })
}

/** What Daniel is kept out of. */
export const readByImran = async (c: Case): Promise<void> => {
  await read(c, 5, imran)
  await reply(c, 5.5, imran, thanks)
  await note(c, 6, imran, 'About someone who works at the council, so nobody there sees it. I deal with it alone.')
}

export const pictureOpened = async (c: Case): Promise<void> => {
  await asked(c)
  await c.as(3.5, c.desk, openPicture, { picture: await c.picture() })
}

/** For show: what it may be is for whoever looks at it to say, and the drawing is harmless. */
export const pictureStopped = async (c: Case): Promise<void> => {
  await asked(c)
  await c.as(3.4, c.desk, openPicture, { picture: await c.picture() })
  await c.as(3.5, c.desk, stopPicture, { picture: await c.picture() })
  await note(c, 3.8, c.desk, 'Stopped the picture and called 101. Nobody has forwarded it to anyone.')
}
