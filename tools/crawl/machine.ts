import type { Client } from './client.ts'
import { headerOf } from './normalise.ts'

const instants = [
  '2026-11-28T21:10:00Z',
  '2026-12-25T12:00:00Z',
  '2026-12-01T10:30:00%2B00:00',
  '2026-12-01T10:30:00 00:00',
  '2019-08-05T08:00:00+01:00',
  '2030-01-01T00:00:00Z',
  '2026-12-01',
  'now',
  '',
  '%ff',
  '2026-13-01T00:00:00Z',
  '2026-12-01T10:30:00Z&at=2020-01-01T00:00:00Z',
]
const lists = [
  'page=1',
  'page=2',
  'page=99',
  'page=0',
  'page=x',
  'per_page=1',
  'per_page=5&page=2',
  'per_page=-1',
  'full=true',
  'full=maybe',
  'full=true&per_page=3',
].concat([
  'search=help',
  'modified_after=2020-01-01',
  'organization_id=x',
  'taxonomy_id=x',
  'taxonomy_term_id=x',
  'unknown=1',
  'page=1&page=2',
  '%ff=1',
  '',
])

/** Addresses for other programs, with good and bad questions. */
export const askAsMachine = async (client: Client): Promise<void> => {
  const get = (target: string, headers = {}) => client.ask(`machine GET ${target}`, { method: 'GET', target, headers })
  for (const at of instants) await get(`/services.json?at=${at.replaceAll(' ', '+')}`)
  for (const query of lists) await get(`/openreferral/services?${query}`)
  const { services } = JSON.parse((await get('/services.json?')).body.toString()) as { services: { id: string }[] }
  const records = new Set<string>()
  const organisations = new Set<string>()
  for (const { id } of services) {
    const location = headerOf(await get(`/openreferral/services/${id}`), 'location')
    if (location) records.add(location)
  }
  for (const location of records) {
    const record = JSON.parse((await get(location)).body.toString()) as { organization?: { id?: string } }
    const organisation = record.organization?.id
    if (organisation && !organisations.has(organisation)) {
      organisations.add(organisation)
      await get(`/openreferral/services?organization_id=${organisation}`)
    }
  }
  for (const id of ['none', '00000000-0000-4000-8000-000000000000', '%2e%2e', '%ff', 'a/b', '']) await get(`/openreferral/services/${id}`)
}
