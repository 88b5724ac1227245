import type { Calendar } from '../time/calendar.ts'
import type { HsdsText } from './hsds-words.ts'
import type { Place } from './serves.ts'

/**
 * Objects of HSDS 3.0 (Open Referral), only the fields that we give: https://docs.openreferral.org/en/3.0/hsds/schema_reference.html
 * Every `id` is a UUID. Dates are ISO 8601. What is not known is absent, never null and never empty.
 */

/** https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#phone */
export type HsdsPhone = {
  id: string
  number: string
  /** After RFC 6350 s.6.4.1, as HSDS lists them. */
  type: 'voice' | 'text' | 'textphone'
  description?: string
}

/** https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#schedule */
export type HsdsSchedule = {
  id: string
  valid_from?: string
  valid_to: string
  dtstart?: string
  /** Hours that the local clock is ahead of UTC while this entry is valid. */
  timezone: number
  freq: 'WEEKLY'
  /** `MO,TU`: RFC 5545. */
  byday: string
  /** `08:00Z`, `08:00+01:00`. */
  opens_at: string
  /** Not after `opens_at`: on the next day. */
  closes_at: string
  description: string
  attending_type: string
  notes: string
}

/** https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#service_area */
export type HsdsArea = { id: string; name: string }

/** https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#language; only languages spoken without an interpreter. */
export type HsdsLanguage = { id: string; code: string; note?: string }

/** https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#organization */
export type HsdsOrganization = { id: string; name: string; description: string; website?: string }

/** https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#attribute, with its taxonomy_term and taxonomy inside */
export type HsdsAttribute = {
  id: string
  link_type: string
  link_entity: 'service'
  taxonomy_term: {
    id: string
    code: string
    name: string
    description: string
    taxonomy: string
    taxonomy_detail: { id: string; name: string; description: string }
    language: 'en'
  }
}

/** https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#service */
export type HsdsService = {
  id: string
  name: string
  alternate_name?: string
  description: string
  url?: string
  email?: string
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed'
  interpretation_services?: string
  fees_description?: string
  eligibility_description?: string
  assured_date: string
  alert?: string
  last_modified?: string
  phones?: HsdsPhone[]
  schedules?: HsdsSchedule[]
  service_areas: HsdsArea[]
  languages?: HsdsLanguage[]
  organization?: HsdsOrganization
  attributes: HsdsAttribute[]
}

/** `Page` of the API: https://docs.openreferral.org/en/3.0/hsds/api_reference.html#lists-and-pagination */
export type HsdsPage<T> = {
  total_items: number
  total_pages: number
  page_number: number
  size: number
  first_page: boolean
  last_page: boolean
  empty: boolean
  contents: T[]
}

/** A service in words for the public, as a pack has them (`ServiceWords` of content). */
export type PublicWords = { name: string; about: string; unconfirmed?: string | undefined }

/** The body that answers. */
export type Answering = { name: string; description: string; website?: string }

/** What every record of one answer shares. */
export type HsdsContext = {
  /** The pack's id: two packs may hold a service of the same id and say different things of it. */
  pack: string
  /** What is confirmed is asked as of this instant. */
  at: Temporal.Instant
  calendar: Calendar
  /** Words of the pack. */
  t: HsdsText
  /** Places of the pack, where services are for some of them only. */
  places?: readonly Place[]
  /** When anything in the pack last changed, if that is known. */
  modified?: Temporal.Instant
}

/** The fields that have something in them. */
export const present = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  ) as T
