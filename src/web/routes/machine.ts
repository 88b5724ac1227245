import type { Context } from 'hono'
import { parseAt, serviceRow } from '../../domain/services/machine.ts'
import { safetyHeaders } from '../front/headers.ts'
import type { Site } from '../site.ts'

/** GET /services.json?at=<instant>: each service's state at an instant, for other systems (ARCHITECTURE, "Addresses"). */
export const servicesJson = (site: Site): ((c: Context) => Response) => {
  const shown = site.pack.services.filter((s) => !s.legacy)
  return (c) => {
    const at = parseAt(c.req.query('at'), site.clock())
    if (!at) return json({ error: site.say('error.bad-at') }, 400)
    const services = shown.map((service) => serviceRow(service, at, site.pack.calendar))
    const local = at.toZonedDateTimeISO(site.pack.partnership.timezone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
    return json({ at: local, services }, 200)
  }
}

const json = (body: unknown, status: number): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      ...safetyHeaders,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    },
  })
