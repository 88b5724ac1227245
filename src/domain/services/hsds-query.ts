import type { HsdsService } from './hsds-types.ts'

/** What a list of services is asked for: https://docs.openreferral.org/en/3.0/hsds/api_reference.html#the-services-endpoint */
export type HsdsQuery = {
  /** Counted from 1; absent: the first. */
  page?: number
  /** Absent: all on one page. */
  perPage?: number
  /** With the lists that belong to a service. */
  full: boolean
  isWanted(service: HsdsService): boolean
}

const filters: Record<string, (service: HsdsService, id: string) => boolean> = {
  organization_id: ({ organization }, id) => organization?.id === id,
  taxonomy_id: ({ attributes }, id) => attributes.some(({ taxonomy_term }) => taxonomy_term.taxonomy_detail.id === id),
  taxonomy_term_id: ({ attributes }, id) => attributes.some(({ taxonomy_term }) => taxonomy_term.id === id),
}

/**
 * Questions of the API that we cannot answer: a list that left them aside would look like an answer. When a record changed is not
 * known; words that someone looks for stand in no address of ours; these are lines, not places.
 */
const unanswered = new Set(['search', 'minimal', 'modified_after', 'postcode', 'proximity'])

const whole = /^[1-9]\d{0,5}$/

/** Reads what stands behind the `?`; null when a value is none, or the question one that we cannot answer. Other names mean nothing. */
export const parseHsdsQuery = (asked: ReadonlyMap<string, string>): HsdsQuery | null => {
  const [page, perPage] = [asked.get('page'), asked.get('per_page')]
  const numbers = [page, perPage].every((value) => value === undefined || whole.test(value))
  const full = asked.get('full') ?? 'false'
  const json = (asked.get('format') ?? 'json') === 'json'
  if (!numbers || !['true', 'false'].includes(full) || !json || [...asked.keys()].some((name) => unanswered.has(name))) return null
  return {
    ...(page && { page: Number(page) }),
    ...(perPage && { perPage: Number(perPage) }),
    full: full === 'true',
    isWanted: (service) => Object.entries(filters).every(([name, has]) => !asked.has(name) || has(service, asked.get(name) ?? '')),
  }
}
