import type { Service } from '../../domain/services/service.ts'
import { weekWords as week } from '../../format/hours.ts'
import type { Locale, RenderContext } from '../context/types.ts'

/** The regular hours in force, for paper and files; empty where nobody knows them. A holiday without a rule leaves the week's known. */
export const hoursWords = ({ locale, local, stateOf }: RenderContext, service: Service): string => {
  const { state, reason } = stateOf(service.id)
  const words = weekWords(locale, service, local.toPlainDate())
  return !words || (state === 'unknown' && !['bank-holiday', 'hours'].includes(reason)) ? '' : words
}

/** The regular hours of the rows in force on a day; empty where there are none. */
export const weekWords = (
  {
    t,
    site: {
      publishing: { static: staticSite },
    },
  }: Locale,
  service: Service,
  on: Temporal.PlainDate,
): string => week(t, service, on, staticSite !== null)
