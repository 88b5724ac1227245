import { addLeave } from '../../commands/rota/add-leave.ts'
import { answerShift } from '../../commands/rota/answer-shift.ts'
import { askShift } from '../../commands/rota/ask-shift.ts'
import { askSwap } from '../../commands/rota/ask-swap.ts'
import { listOnCall } from '../../commands/rota/list-on-call.ts'
import { shiftOn } from '../../domain/rota/nights.ts'
import { isOver, type RungNumber, type Span } from '../../domain/rota/shift.ts'
import { personas } from './stage/cast.ts'
import type { Acting, Stage } from './stage/stage.ts'

const eight = Temporal.PlainTime.from('08:00')

/** Four weeks from yesterday, so that whatever the hour somebody is called. Days are counted from today. */
export const fillRota = async ({ parts, as, who, today, timeZone }: Stage): Promise<void> => {
  const coordinator = who('Daniel Whitcombe')
  const [daniel, imran, ruth, helen, aoife, shanice] = [
    coordinator,
    who('Imran Sheikh'),
    who('Ruth Abernathy'),
    who('Helen Marchetti'),
    who('Aoife Brennan'),
    who(personas.practitioner),
  ]
  for (const { id: person } of [daniel, imran, ruth, helen, aoife, shanice]) await as(coordinator, listOnCall, { person })
  await as(helen, addLeave, { person: helen.id, first: today.add({ days: 20 }), last: today.add({ days: 22 }) })
  await as(aoife, addLeave, { person: aoife.id, first: today.add({ days: 3 }), last: today.add({ days: 10 }) })

  /** Shifts of a day each, from 8 to 8; yesterday's is over after eight in the morning. */
  const ask = async (person: Acting, rung: RungNumber, from: number, to: number): Promise<readonly string[]> => {
    const times = Array.from({ length: to - from + 1 }, (_, at) => shiftOn(today.add({ days: from + at }), eight, eight, timeZone))
    const open = times.filter((time): time is Span => time !== null && !isOver(time, parts.now()))
    return (await as(coordinator, askShift, { person: person.id, rung, times: open, instead: [] })).shifts
  }
  const agreed = async (...asked: Parameters<typeof ask>): Promise<readonly string[]> => {
    const shifts = await ask(...asked)
    await as(asked[0], answerShift, { shifts, answer: 'agreed' })
    return shifts
  }

  await agreed(daniel, 1, -1, 5)
  await agreed(imran, 2, -1, 5)

  await agreed(imran, 1, 6, 9)
  const [swapped] = await agreed(imran, 1, 10, 10)
  await as(imran, askSwap, { shift: swapped ?? '', to: ruth.id })
  await ask(imran, 1, 11, 11)
  // Nobody has been asked for the night of day 12.
  await agreed(helen, 2, 6, 7)
  await as(helen, answerShift, { shifts: await ask(helen, 2, 8, 8), answer: 'refused' })

  // Whoever tries the desk as practitioner has a turn, and one to answer.
  await agreed(shanice, 2, 9, 9)
  await ask(shanice, 2, 11, 11)

  await ask(ruth, 1, 13, 19)
  await agreed(daniel, 2, 13, 19)

  await agreed(helen, 1, 23, 26)
  await ask(imran, 2, 20, 26)
}
