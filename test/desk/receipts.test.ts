import { afterAll, beforeAll, expect, test } from 'vitest'
import { command, ofPartnership } from '../../src/commands/command.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const key = 'c0ffee00-0000-4000-8000-000000000001'
const giving = (done: unknown) =>
  command<{ text: string }, unknown>({
    verb: 'try-receipt',
    needs: { action: 'change', object: 'intake' },
    about: ofPartnership,
    run: async ({ tx }) => {
      await tx.updateTable('intake').set({ closed_at: null }).execute()
      return { done, entry: { object: 'intake', id: 'form' } }
    },
  })

test('a receipt holds ids, times, counts and codes; what somebody wrote is refused, and nothing is done', async () => {
  const coordinator = await desk.somebody(['coordinator'])
  await expect(desk.as(coordinator, giving({ said: 'Four men sleep there.' }), { text: '' }, key)).rejects.toThrow('not for a receipt')
  expect(await desk.owner.selectFrom('receipt').selectAll().execute()).toEqual([])
  const plain = { id: key, at: '2026-11-30T02:00:00Z', count: 2, fault: 'key-closed', all: [null, true] }
  expect(await desk.as(coordinator, giving(plain), { text: 'a' }, key)).toEqual({ done: plain })
  expect(await desk.as(coordinator, giving(plain), { text: 'a' }, key)).toEqual({ done: plain })
})

test('the key of a form with something else in it gives nothing, and what is read takes none', async () => {
  const coordinator = await desk.somebody(['coordinator'])
  const other = 'c0ffee00-0000-4000-8000-000000000002'
  await desk.as(coordinator, giving(1), { text: 'a' }, other)
  expect(await desk.as(coordinator, giving(1), { text: 'b' }, other)).toEqual({ fault: 'not-found' })
  const reads = { ...giving(1), needs: { action: 'read', object: 'intake' } } as const
  await expect(desk.as(coordinator, reads, { text: '' }, other)).rejects.toThrow('takes no key')
})
