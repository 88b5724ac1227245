import { covers, type RungNumber, rungs, type Shift } from './shift.ts'

/** How sure it is that somebody is there: a person who has agreed, one who was only asked, one who said no, or nobody. */
export type Standing = 'agreed' | 'asked' | 'refused' | 'nobody'

export type Rung<S extends Shift> = { rung: RungNumber; standing: Standing; shift: S | null }

/** Who is called, one after the other. After the rungs come the police, day and night: their numbers are the pack's. */
export type Ladder<S extends Shift> = {
  rungs: readonly Rung<S>[]
  /** Who is called first now: the first rung on which somebody has agreed, else the police. */
  first: RungNumber | 'police'
}

const best: readonly Standing[] = ['agreed', 'asked', 'refused', 'nobody']

export const standingOf = ({ answer }: Pick<Shift, 'answer'>): Standing => answer ?? 'asked'

/** The ladder at one instant. Of several on a rung, whoever has agreed counts before whoever was asked, and that before whoever said no. */
export const ladder = <S extends Shift>(shifts: readonly S[], now: Temporal.Instant): Ladder<S> => {
  const found = rungs.map((rung): Rung<S> => {
    const there = shifts.filter((shift) => shift.rung === rung && covers(shift, now))
    const [shift] = there.toSorted((a, b) => best.indexOf(standingOf(a)) - best.indexOf(standingOf(b)))
    return { rung, standing: shift ? standingOf(shift) : 'nobody', shift: shift ?? null }
  })
  return { rungs: found, first: found.find(({ standing }) => standing === 'agreed')?.rung ?? 'police' }
}
