/** How far ahead days can be asked for. */
const longest = 366

/** A day as an address has it: today where it has none, a day that has passed, or one too far ahead. */
export const dayIn = (text: string | null, today: Temporal.PlainDate): Temporal.PlainDate => {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return today
  try {
    const day = Temporal.PlainDate.from(text)
    const ahead = today.until(day, { largestUnit: 'day' }).days
    return ahead < 0 || ahead > longest ? today : day
  } catch {
    return today
  }
}
