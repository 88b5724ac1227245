/** How long something takes, as coarse as people say it: minutes under an hour, hours and minutes under a day, then whole days. */
export type Coarse =
  | { unit: 'minutes'; minutes: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'days'; days: number }

export const coarse = (from: Temporal.Instant, to: Temporal.Instant): Coarse => {
  const whole = Math.max(0, Math.floor(from.until(to).total('minutes')))
  if (whole < 60) return { unit: 'minutes', minutes: whole }
  if (whole < 24 * 60) return { unit: 'hours', hours: Math.floor(whole / 60), minutes: whole % 60 }
  return { unit: 'days', days: Math.floor(whole / (24 * 60)) }
}
