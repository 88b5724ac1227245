import { localMoment } from '../time/local.ts'
import { isNumberConfirmed, oldestSource } from './confirmed.ts'
import { answererOf, hsdsAreas, hsdsAttributes, hsdsLanguages, hsdsOrganization, hsdsPhones, numberDoubt } from './hsds-parts.ts'
import { hsdsSchedules } from './hsds-schedules.ts'
import { type Answering, type HsdsContext, type HsdsPage, type HsdsService, type PublicWords, present } from './hsds-types.ts'
import { hsdsId } from './hsds-uuid.ts'
import {
  answersText,
  closedText,
  feesText,
  forWhom,
  type HsdsText,
  interpretersText,
  notConfirmed,
  sentences,
  thenHours,
} from './hsds-words.ts'
import type { Service } from './service.ts'
import { timeline } from './timeline.ts'
import { weeklyHours } from './weekly-hours.ts'

/** What the root of the API answers (required): https://docs.openreferral.org/en/3.0/hsds/api_reference.html#the-endpoint */
export const hsdsRoot = {
  version: '3.0',
  profile: 'https://docs.openreferral.org/en/3.0/',
  openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
} as const

const isDoubted = (service: Service, { at, calendar }: HsdsContext): boolean =>
  service.doubt_from !== undefined && at.epochMilliseconds >= localMoment(service.doubt_from, calendar.timezone)

/**
 * HSDS has no word for "not known": a service of which nothing says that it ended or is shut counts as active, and `alert`
 * says what is not confirmed of it.
 */
const statusOf = (service: Service, { at, calendar }: HsdsContext): HsdsService['status'] => {
  const { reason } = timeline(service, calendar).at(at.epochMilliseconds)
  return reason === 'ended' ? 'defunct' : reason === 'closure' ? 'temporarily closed' : 'active'
}

/** Closures that are not over. */
const closuresText = ({ closures = [] }: Service, { at, calendar, t }: HsdsContext): string[] =>
  closures
    .filter((closure) => localMoment(closure.to, calendar.timezone) > at.epochMilliseconds)
    .map((closure) => closedText(t, closure.from, closure.to, closure.note))

/** Hours that a source once gave and that are not published as a schedule: said to be not confirmed, and since when. */
const hoursDoubt = (service: Service, hasSchedule: boolean, t: HsdsText): string | undefined =>
  hasSchedule || service.schedule === 'unknown' ? undefined : notConfirmed(t, 'hours', oldestSource(service.schedule))

const descriptionOf = (service: Service, words: PublicWords | undefined, doubt: string | undefined, t: HsdsText): string =>
  sentences(t, words?.about ?? service.answered_by, doubt, words?.unconfirmed ?? (doubt && thenHours(t, weeklyHours(service))))

/**
 * A service as a full HSDS 3.0 record (https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#service). What is not
 * known is left out: no age limits, no locations (these are lines, not places), no hours that are history. `assured_date` is the
 * day of the last comparison with a source. `organization` null: nothing is said of who provides it.
 */
export const hsdsService = (
  service: Service,
  words: PublicWords | undefined,
  organization: Answering | null,
  context: HsdsContext,
): HsdsService => {
  const { t } = context
  const status = statusOf(service, context)
  const schedules = status === 'defunct' ? [] : hsdsSchedules(service, context)
  const numberConfirmed = isNumberConfirmed(service, isDoubted(service, context))
  const doubt = status === 'defunct' ? undefined : hoursDoubt(service, schedules.length > 0, t)
  return present<HsdsService>({
    id: hsdsServiceId(context.pack, service.id),
    name: service.name,
    alternate_name: words && words.name !== service.name ? words.name : undefined,
    description: descriptionOf(service, words, doubt, t),
    url: service.url ?? undefined,
    email: service.email,
    status,
    interpretation_services: interpretersText(t, service.languages),
    fees_description: feesText(t, service.free),
    eligibility_description: sentences(t, forWhom(t, service.audience), service.use_when),
    assured_date: service.checked,
    alert: sentences(t, ...closuresText(service, context), numberDoubt(service, numberConfirmed, t), doubt),
    last_modified: context.modified?.toString({ fractionalSecondDigits: 3 }),
    phones: hsdsPhones(service, numberConfirmed, context),
    schedules,
    service_areas: hsdsAreas(service, context),
    languages: hsdsLanguages(service, context),
    organization: organization ? hsdsOrganization(organization, context) : undefined,
    attributes: hsdsAttributes(service, context),
  })
}

/** The `id` under which a service of a pack is published. */
export const hsdsServiceId = (pack: string, id: string): string => hsdsId(pack, 'services', id)

/** Who answers each service, as the pack names them; one body is described the same way wherever it stands. */
const answerers = (services: readonly Service[], context: HsdsContext): ReadonlyMap<Service, Answering> => {
  const named = services.flatMap((service) => {
    const doubted = isDoubted(service, context)
    const name = answererOf(service, doubted && !isNumberConfirmed(service, doubted))
    return name ? [{ service, name }] : []
  })
  const answeredBy = Map.groupBy(named, ({ name }) => name)
  return new Map(
    named.map(({ service, name }) => {
      const answers = (answeredBy.get(name) ?? []).map((one) => one.service.name)
      return [service, { name, description: answersText(context.t, answers) }]
    }),
  )
}

/** Every service of a pack in its order, but for bodies that no longer exist (`legacy`). */
export const hsdsServices = (
  services: readonly Service[],
  words: ReadonlyMap<string, PublicWords>,
  context: HsdsContext,
): HsdsService[] => {
  const shown = services.filter((service) => !service.legacy)
  const bodies = answerers(shown, context)
  return shown.map((service) => hsdsService(service, words.get(service.id), bodies.get(service) ?? null, context))
}

type Lists = 'phones' | 'schedules' | 'service_areas' | 'languages' | 'attributes'

/** A service as `/services` lists it: what there is one of. https://docs.openreferral.org/en/3.0/hsds/api_reference.html#the-services-endpoint */
export const hsdsListItem = ({
  phones: _p,
  schedules: _s,
  service_areas: _a,
  languages: _l,
  attributes: _t,
  ...single
}: HsdsService): Omit<HsdsService, Lists> => single

/** A number that may come from an address: whole, and not below 1. */
const wholeFrom1 = (value: number): number => Math.max(1, Math.trunc(value) || 1)

/**
 * One page of a list (https://docs.openreferral.org/en/3.0/hsds/api_reference.html#lists-and-pagination), counted from 1.
 * Without `perPage` all is one page. A page past the end is empty; an empty list is one empty page.
 */
export const hsdsPage = <T>(items: readonly T[], page = 1, perPage = items.length): HsdsPage<T> => {
  const [number, most] = [wholeFrom1(page), wholeFrom1(perPage)]
  const total = Math.max(1, Math.ceil(items.length / most))
  const contents = items.slice((number - 1) * most, number * most)
  return {
    total_items: items.length,
    total_pages: total,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= total,
    empty: contents.length === 0,
    contents,
  }
}
