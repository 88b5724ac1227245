import { hsdsListItem, hsdsPage, hsdsRoot, hsdsServiceId, hsdsServices } from '../../../domain/services/hsds.ts'
import { parseHsdsQuery } from '../../../domain/services/hsds-query.ts'
import type { HsdsService } from '../../../domain/services/hsds-types.ts'
import { minuteOf } from '../../../domain/time/validity.ts'
import { timedCache } from '../../context/timed-cache.ts'
import type { Locale } from '../../context/types.ts'
import { openHeaders, safetyHeaders } from '../../http/headers.ts'
import { json } from '../../http/json.ts'
import type { Route } from '../../http/router.ts'

/** The services as Open Referral's HSDS 3.0 has them: https://docs.openreferral.org/en/3.0/hsds/api_reference.html */
export const openReferralRoutes = (locale: Locale): Route[] => {
  const records = recordsOfMinute(locale)
  const named = new Map(locale.pack.services.map(({ id }) => [id, hsdsServiceId(locale.pack.id, id)]))
  return [
    { path: '/openreferral', open: () => json(hsdsRoot) },
    {
      path: '/openreferral/services',
      open: ({ req }) => {
        const query = parseHsdsQuery(new Map(Object.entries(req.query())))
        if (!query) return json({ error: locale.t('error.bad-list') }, 400)
        const wanted = records().filter(query.isWanted)
        return json(hsdsPage(query.full ? wanted : wanted.map(hsdsListItem), query.page, query.perPage))
      },
    },
    {
      path: '/openreferral/services/:id',
      open: ({ req }) => {
        const asked = req.param('id') ?? ''
        const record = records().find(({ id }) => id === asked || id === named.get(asked))
        if (!record) return json({ error: locale.t('error.no-service') }, 404)
        if (record.id === asked) return json(record)
        // By the pack's own name, which someone reads in /services.json.
        return new Response(null, {
          status: 308,
          headers: { ...safetyHeaders, ...openHeaders, location: `/openreferral/services/${record.id}` },
        })
      },
    },
  ]
}

/** Made once a minute, whoever asks how often: what is confirmed changes on whole minutes (domain/services/timeline.ts). */
const recordsOfMinute = ({ pack, t, site: { clock } }: Locale): (() => readonly HsdsService[]) => {
  const made = timedCache<readonly HsdsService[]>()
  return () => {
    const at = clock()
    const make = () =>
      hsdsServices(pack.services, pack.serviceWords, {
        pack: pack.id,
        at,
        calendar: pack.calendar,
        places: pack.partnership.places ?? [],
        t: (id, values) => t(`hsds.${id}`, values),
      })
    return made.of('records', at, () => ({ value: make(), valid: minuteOf(at) }))
  }
}
