import type { TrainingEvent } from '../../../../commands/register/events.ts'
import { clock, fullDate } from '../../../../format/when.ts'
import type { Member } from '../../context/page.ts'

export const tierName = ({ desk }: Pick<Member, 'desk'>, tier: string): string =>
  desk.parts.pack.course.tiers.find(({ id }) => id === tier)?.name ?? tier

/** Languages that training is given in: English, and those of the pack. */
export const trainingLanguages = ({ desk }: Pick<Member, 'desk'>) => [
  { value: 'en', text: 'English' },
  ...desk.parts.pack.translations.map(({ language }) => ({ value: language.id, text: language.name })),
]
export const languageName = (member: Pick<Member, 'desk'>, language: string): string =>
  trainingLanguages(member).find(({ value }) => value === language)?.text ?? language

/** "Thursday 3 December 2026, 10am to 11:30am". */
export const eventTime = ({ t, local }: Pick<Member, 't' | 'local'>, { starts, ends }: Pick<TrainingEvent, 'starts' | 'ends'>): string => {
  const [from, to] = [starts, ends].map((at) => at.toZonedDateTimeISO(local.timeZoneId)) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  return t('register.when', { day: fullDate(from.toPlainDate()), from: clock(from), to: clock(to) })
}
