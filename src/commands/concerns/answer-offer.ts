import { sql } from 'kysely'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { answerOf } from './owner-call.ts'
import { concernKey, type SealedFault } from './sealed.ts'

type Offered = { concern: string; offer: string }

/** Takes what is offered, and owns it from now on. Of two who accept at once, one does. */
export const acceptOffer = command<Offered, null, 'over' | 'may-not-read' | 'not-on-call'>({
  verb: 'accept-offer',
  needs: { action: 'change', object: 'concern-offer' },
  about: aboutConcern,
  run: async ({ tx, now }, { concern, offer }) => {
    const answer = await answerOf(tx, sql`select accept_offer(${concern}::uuid, ${offer}::uuid, ${at(now)}) as answer`)
    if (answer !== 'done') return { fault: answer === 'may-not-read' || answer === 'not-on-call' ? answer : 'over' }
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})

/** Says no, with a reason, which whoever offered it reads. It goes on to the next at once. */
export const refuseOffer = command<Offered & { reason: string }, null, 'over' | SealedFault>({
  verb: 'refuse-offer',
  needs: { action: 'change', object: 'concern-offer' },
  about: aboutConcern,
  run: async (work, { concern, offer, reason }) => {
    const { tx, now } = work
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const sealed = key.seal('reason', offer, reason)
    const answer = await answerOf(tx, sql`select refuse_offer(${concern}::uuid, ${offer}::uuid, ${sealed}, ${at(now)}) as answer`)
    if (answer !== 'done') return { fault: 'over' }
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})

/** Takes an offer back, or keeps what nobody took. */
export const withdrawOffer = command<Offered, null, 'over'>({
  verb: 'withdraw-offer',
  needs: { action: 'add', object: 'concern-offer' },
  about: aboutConcern,
  run: async ({ tx, now }, { concern, offer }) => {
    const answer = await answerOf(tx, sql`select withdraw_offer(${concern}::uuid, ${offer}::uuid, ${at(now)}) as answer`)
    return answer === 'done' ? { done: null, entry: { object: 'concern', id: concern } } : { fault: 'over' }
  },
})

/** A coordinator takes a concern, whoever has it. */
export const takeOver = command<{ concern: string }, null, 'closed' | 'may-not-read'>({
  verb: 'take-over',
  needs: { action: 'add', object: 'concern-offer' },
  about: async (work, input) => {
    const facts = await aboutConcern(work, input)
    // Whoever owns it has nothing to take: only a coordinator may.
    return facts && { ...facts, own: false }
  },
  run: async ({ tx, now }, { concern }) => {
    const answer = await answerOf(tx, sql`select take_over(${concern}::uuid, ${at(now)}) as answer`)
    if (answer !== 'done') return { fault: answer === 'may-not-read' ? answer : 'closed' }
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
