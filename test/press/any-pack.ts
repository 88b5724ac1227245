import fc from 'fast-check'
import type { Pack } from '../../src/content/pack.ts'
import { twinshire } from '../../src/content/two-councils-fixtures.ts'
import type { Phone, ScheduleRow, Service } from '../../src/domain/services/service.ts'
import { kinds } from '../../src/press/catalogue/kinds.ts'
import { PressFault } from '../../src/press/shared/kind.ts'
import type { KindName, Output } from '../../src/press/shared/output.ts'
import { edition } from '../support/outputs.ts'
import { boxFaults, paintedOf } from '../support/pdf-painted.ts'
import { drawnAnew } from '../support/press.ts'
import { realPack } from '../support/real-pack.ts'

/* Packs that there might be: lines with office hours, several councils, many lines, and names as long as a name may be. */

const words = [
  'Northshire',
  'Council',
  'children’s',
  'services:',
  'care',
  'team',
  '(duty',
  'desk)',
  'ext 12345',
  'Gwasanaethau',
  'Cymdeithasol',
  'safeguarding,',
  'and',
  'the',
]
/** A name of at most 100 letters. */
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }).map((some) => some.join(' ').slice(0, 100).trim())
const phone = fc.integer({ min: 0, max: 999 }).map((n): Phone => {
  // Numbers for drama (Ofcom), so that no test can ever send anybody to a real line.
  const last = String(n).padStart(3, '0')
  return { dial: `01632960${last}`, e164: `+441632960${last}`, display: `01632 960 ${last}` }
})
const row = (hours: Partial<ScheduleRow>): ScheduleRow => ({
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  opens: '08:45',
  closes: '17:20',
  valid_from: null,
  valid_to: null,
  bank_holidays: 'closed',
  sure: 'A',
  source: 'made up',
  source_date: '2026-11-20',
  ...hours,
})
const schedule = fc.constantFrom<Service['schedule']>(
  'unknown',
  [row({})],
  [row({ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], opens: '00:00', closes: '24:00', bank_holidays: 'open' })],
  [row({}), row({ days: ['sat'], opens: '09:00', closes: '12:30' }), row({ days: ['sun'], opens: '10:00', closes: '11:00' })],
)
const line = fc.record({ name, phone, schedule, free: fc.boolean(), sentences: fc.integer({ min: 1, max: 4 }) })

export type Made = { name: string; phone: Phone; schedule: Service['schedule']; free: boolean; sentences: number }
export const madePacks = fc.record({
  councils: fc.boolean(),
  lines: fc.array(line, { minLength: 1, maxLength: 10 }),
  language: fc.constantFrom('en', 'ar', 'vi'),
})

let two: Pack | undefined

/** A pack whose own lines come first on its sheets, after the helpline; their words are in English in every language. */
export const packWith = ({ councils, lines }: { councils: boolean; lines: readonly Made[] }): Pack => {
  two ??= twinshire()
  const base = councils ? two : realPack()
  const model = base.services.find(({ id }) => id.startsWith('childrens-services'))
  if (!model) throw new Error('no line to make others of')
  const { for: _for, serves: _serves, ...single } = model
  const services = lines.map(
    (of, n): Service => ({
      ...single,
      id: `made-${n}`,
      name: of.name,
      phone: of.phone,
      schedule: of.schedule,
      free: { value: of.free },
      instead: [base.roles.helpline],
    }),
  )
  const about =
    'The council answers at all times of the day. Call about anyone who is under 18. They ask what has happened. You may say as much as you like.'
  return {
    ...base,
    services: [...base.services, ...services],
    serviceWords: new Map([
      ...base.serviceWords,
      ...lines.map((of, n): [string, { id: string; name: string; about: string }] => [
        `made-${n}`,
        { id: `made-${n}`, name: of.name, about: about.split('. ').slice(0, of.sentences).join('. ') },
      ]),
    ]),
    printOrder: [base.roles.helpline, ...services.map(({ id }) => id), ...base.printOrder.filter((id) => id !== base.roles.helpline)],
  }
}

/** What is wrong with the sheets of a kind, drawn. */
export const faultsOf = async (pack: Pack, kind: KindName, wanted: (output: Output) => boolean): Promise<string[]> => {
  const outputs = (kinds.find(({ name }) => name === kind)?.outputs(pack, edition) ?? []).filter(wanted)
  if (!outputs.length) return [`no ${kind}`]
  const faults: string[] = []
  for (const output of outputs)
    try {
      faults.push(...boxFaults(await paintedOf(await drawnAnew(output))).map((fault) => `${output.id}: ${fault}`))
    } catch (error) {
      if (!(error instanceof PressFault)) throw error
      faults.push(error.message)
    }
  return faults
}
