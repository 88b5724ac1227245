import { parseAt, serviceRow } from '../../../domain/services/api.ts'
import type { Locale } from '../../context/types.ts'
import type { Handler } from '../../http/context.ts'
import { json } from '../../http/json.ts'
import type { Route } from '../../http/router.ts'
import { openReferralRoutes } from './open-referral.ts'

/** Addresses for other systems, each read with GET (docs/reference/addresses.md). */
export const apiRoutes = (locale: Locale): Route[] => [
  { path: '/services.json', open: servicesJson(locale) },
  ...openReferralRoutes(locale),
]

/** GET /services.json?at=<instant>: each service's state at an instant. */
const servicesJson = (locale: Locale): Handler => {
  const shown = locale.pack.services.filter((s) => !s.legacy)
  return (c) => {
    const at = parseAt(c.req.query('at'), locale.site.clock())
    if (!at) return json({ error: locale.t('error.bad-at') }, 400)
    const services = shown.map((service) => serviceRow(service, at, locale.pack.calendar, locale.pack.partnership.places))
    const local = at.toZonedDateTimeISO(locale.pack.partnership.timezone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
    return json({ at: local, services })
  }
}
