import type { FactCheck } from '../../../../commands/facts/check.ts'
import { intervalOf } from '../../../../domain/facts/next-review.ts'
import type { PackFact } from '../../../../domain/facts/pack-fact.ts'
import { longDate, partialDate } from '../../../../format/when.ts'
import type { Asked } from '../../context/page.ts'
import type { DeskWords } from '../../context/words.ts'

export const addressOf = ({ list, id }: Pick<PackFact, 'list' | 'id'>): string => `/desk/facts/${list}/${id}`

export const dayWords = (day: string): string => longDate(Temporal.PlainDate.from(day))

/** A day, or what is known of one: "April 2026". */
export const perhapsPart = (text: string): string => partialDate(text)

/** The day of an instant, where the partnership is. */
export const dayOf = ({ desk }: Pick<Asked, 'desk'>, at: Temporal.Instant): string =>
  longDate(at.toZonedDateTimeISO(desk.locale.pack.partnership.timezone).toPlainDate())

/** `partnership-coordinator` as a reader meets it: "Partnership coordinator". */
export const roleName = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`

/** "The duty manager", as it stands within a sentence. */
const withinSentence = (text: string): string => text.replace(/^(?:The|An?) /, (article) => article.toLowerCase())

/** "By telephone, with the duty manager". */
export const wayWords = (t: DeskWords, { way, asked }: Pick<FactCheck, 'way' | 'asked'>): string =>
  way === 'source' || !asked ? t(`fact.way-${way}`) : t('fact.check-asked', { way: t(`fact.way-${way}`), asked: withinSentence(asked) })

export const recordedBy = (asked: Asked, { name, partner, madeAt }: FactCheck): string => {
  const date = dayOf(asked, madeAt)
  return name === null ? asked.t('fact.check-by-partner', { partner, date }) : asked.t('fact.check-by', { name, partner, date })
}

/** "6 months and 3 days". */
export const intervalWords = (t: DeskWords, fact: Pick<PackFact, 'checked' | 'review'>): string => {
  const { years, months, days } = intervalOf(fact)
  return t('fact-export.months', { months: years * 12 + months, days })
}
