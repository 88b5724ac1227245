import type { Service } from './service.ts'

/** What someone who confirms a service asks; the words are the pack's (`fact.ask-…`). */
export type Question =
  | 'number'
  | 'number-unknown'
  | 'address'
  | 'email'
  | 'text'
  | 'hours'
  | 'hours-always'
  | 'hours-unknown'
  | 'holidays'
  | 'cost'
  | 'languages'
  | 'name'

/** The questions to ask of a service: whether what is known still holds, and what is not known yet. */
export const questionsOf = (service: Service): Question[] => {
  const { phone, url, email, sms, schedule, schedule_now, free, languages, anonymous } = service
  const rings = phone !== null
  const rows = schedule === 'unknown' || schedule_now ? [] : schedule
  const always = rows.length > 0 && rows.every((row) => row.opens === '00:00' && row.closes === '24:00' && row.days.length === 7)
  const asked: [boolean, Question][] = [
    [rings && phone !== 'unknown', 'number'],
    [phone === 'unknown', 'number-unknown'],
    [!rings && url !== null, 'address'],
    [!rings && email !== undefined, 'email'],
    [sms !== undefined, 'text'],
    [always, 'hours-always'],
    [rows.length > 0 && !always, 'hours'],
    [rings && !rows.length, 'hours-unknown'],
    [rows.some((row) => row.bank_holidays === 'unknown') || (rings && !rows.length), 'holidays'],
    [rings && free.value === 'unknown', 'cost'],
    [rings && languages.value === 'unknown' && !languages.interpreter, 'languages'],
    [rings && anonymous.value === 'unknown', 'name'],
  ]
  return asked.flatMap(([ask, question]) => (ask ? question : []))
}
