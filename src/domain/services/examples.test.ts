import { expect, test } from 'vitest'
import { serviceRow } from './api.ts'
import { london, readContent } from './fixtures.ts'
import { type Service, serviceSchema } from './service.ts'

type Example = { id: string; service: string; at: string; state: string; until?: string; opens?: string }
type File = { owner_default: string; services: ({ id: string } & Partial<Service>)[]; examples: Example[] }

const files: File[] = ['national/services.yaml', 'hertfordshire/services.yaml'].map(readContent)

/** A county's entry is laid over the national one of the same id. */
const entries = new Map<string, object>()
for (const { services, owner_default } of files) {
  for (const entry of services) entries.set(entry.id, { owner: owner_default, ...entries.get(entry.id), ...entry })
}

const examples = files.flatMap((file) => file.examples)

test('the pack still has its worked examples', () => expect(examples.length).toBeGreaterThanOrEqual(16))

test.each(examples)('$id', ({ service, at, state, until, opens }) => {
  const row = serviceRow(serviceSchema.parse(entries.get(service)), Temporal.Instant.from(at), london)
  expect(row).toMatchObject({ state, ...(until && { until }), ...(opens && { opens }) })
})
