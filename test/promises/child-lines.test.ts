import { expect, test } from 'vitest'
import { outcome } from '../../src/domain/flow/route.ts'
import { rules } from '../../src/domain/pathway/rules.ts'
import type { Contact } from '../../src/domain/services/arrange.ts'
import { contactList } from '../../src/domain/services/contact-list.ts'
import { everyLine } from '../../src/domain/services/needs.ts'
import { serviceState } from '../../src/domain/services/state.ts'
import { personas } from '../journeys/personas.ts'
import { realPack } from '../support/real-pack.ts'

const { flows, services, calendar, partnership, getHelp } = realPack()
const flow = flows.get('pathway')?.flow
if (!flow) throw new Error('the pack has no pathway')

const children = personas.filter(({ answers }) => answers['under-18'] === 'yes' || answers['under-18'] === 'not-sure')
const nations = ['england', 'wales', 'scotland', 'northern-ireland']
const instants = ['2026-11-25T10:30:00+00:00', '2026-12-25T03:00:00+00:00']

/** Every line that a reader is shown: those of a step, and one that is open beside one that is not, where `closed` are shut as well. */
const shown = (ids: readonly string[], at: Temporal.Instant, closed: readonly string[]): string[] => {
  const contactOf = (id: string): Contact | null => {
    const service = services.find((one) => one.id === id)
    if (!service) return null
    const state = serviceState(service, at, calendar)
    return { service, state: closed.includes(id) ? { ...state, state: 'closed' } : state }
  }
  return contactList(ids, everyLine(getHelp, 'someone_else'), contactOf).flatMap(({ service, beside }) => [
    service.id,
    ...(beside ? [beside.id] : []),
  ])
}

test('there are children among the personas, and lines for adults alone in the pack', () => {
  expect(children.length).toBeGreaterThan(10)
  expect(services.filter(({ adults_only }) => adults_only).map(({ id }) => id)).toEqual(['salvation-army', 'adult-social-care'])
})

test.each(children)(
  '$name: no line for adults alone, in any nation, by day and by night, not even beside a line that is shut',
  ({ answers }) => {
    const adults = new Set(services.flatMap(({ id, adults_only }) => (adults_only ? [id] : [])))
    for (const nation of nations)
      for (const at of instants.map((text) => Temporal.Instant.from(text))) {
        const world = { rules, today: at.toZonedDateTimeISO(partnership.timezone).toPlainDate() }
        const reached = outcome(flow, { ...answers, nation, 'person-in': nation }, world)
        for (const { id, services: ids } of reached?.actions ?? [])
          for (const closed of [[], ids])
            expect(
              shown(ids, at, closed).filter((line) => adults.has(line)),
              `${id} in ${nation}`,
            ).toEqual([])
      }
  },
)
