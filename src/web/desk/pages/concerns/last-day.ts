import type { Member } from '../../context/page.ts'

/** The last day on which someone can still put a concern on hold: the night after it erases it. What a night has missed goes tonight. */
export const lastDayOf = ({ local }: Pick<Member, 'local'>, on: Temporal.PlainDate): Temporal.PlainDate => {
  const day = on.subtract({ days: 1 })
  const today = local.toPlainDate()
  return Temporal.PlainDate.compare(day, today) < 0 ? today : day
}
