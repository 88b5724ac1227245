import { expect, test } from 'vitest'
import { harbour as flow } from '../../domain/flow/every-kind-fixtures.ts'
import { testSealer } from '../forms/sealer-fixtures.ts'
import { sealedAnswers, storedAnswers } from './answers-carrier.ts'

const lost = { otherVersion: 'pathway.other-version', notAnswers: 'check.lost' } as const
const newer = { ...flow, head: { ...flow.head, version: 2 } }
const other = { ...flow, head: { ...flow.head, id: 'airport' } }
const sealer = testSealer()
const kept = new Map<string, unknown>()
const store = {
  put: async (answers: unknown) => {
    const key = String(kept.size)
    kept.set(key, answers)
    return key
  },
  get: async (key: string) => kept.get(key),
}

test.each([
  ['sealed', (of: typeof flow) => sealedAnswers(of, sealer, lost)],
  ['stored', (of: typeof flow) => storedAnswers(of, store, lost)],
])(
  'answers that are %s come back as they were; those to another version, to another flow, and what is none, are told apart',
  async (_how, carrierOf) => {
    const answers = { purpose: 'rest', ships: [{ name: 'Gull' }] }
    const field = await carrierOf(flow).keep(answers)
    expect(await carrierOf(flow).open(field)).toEqual({ carried: answers })
    expect(await carrierOf(newer).open(field)).toEqual({ refused: lost.otherVersion })
    expect(await carrierOf(other).open(field)).toEqual({ refused: lost.notAnswers })
    for (const nothing of ['', 'x', '__proto__', field.slice(4)])
      expect(await carrierOf(flow).open(nothing)).toEqual({ refused: lost.notAnswers })
  },
)

test('each step is stored anew, so that an earlier page still says what was so then', async () => {
  const carrier = storedAnswers(flow, store, lost)
  const [first, second] = [await carrier.keep({ purpose: 'rest' }), await carrier.keep({ purpose: 'trade' })]
  expect(await carrier.open(first)).toEqual({ carried: { purpose: 'rest' } })
  expect(await carrier.open(second)).toEqual({ carried: { purpose: 'trade' } })
})
