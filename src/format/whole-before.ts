import type { WordId } from '../content/word-ids.ts'
import type { WholeBefore } from '../domain/register/standing.ts'
import type { FormatMessage } from './messages.ts'
import { longDate } from './when.ts'

/** When and with whom the holder of a certificate of the short update took the whole course; '' where nobody knows. */
export const wholeBeforeWords = (t: FormatMessage<WordId>, partnership: string, { on, gave }: WholeBefore): string => {
  if (on === null) return ''
  const date = longDate(on)
  return gave ? t('certificate.whole-with', { date, partner: gave }) : t('certificate.whole-alone', { date, partnership })
}

/** The same with the day of the update before it: what the paper and the badge say. */
export const updatedWords = (t: FormatMessage<WordId>, partnership: string, on: Temporal.PlainDate, whole: WholeBefore): string =>
  `${t('certificate.updated', { date: longDate(on) })} ${wholeBeforeWords(t, partnership, whole)}`.trim()
