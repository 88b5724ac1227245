import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCertificate } from '../../src/commands/attend/check-certificate.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { undoImport } from '../../src/commands/register/imports/undo-import.ts'
import { remakeCertificate } from '../../src/commands/register/remake-certificate.ts'
import { withdrawCertificate } from '../../src/commands/register/withdraw-certificate.ts'
import { nameKey } from '../../src/domain/register/names.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { importsRows, issues, openTestAttend } from '../support/register.ts'

/** Whatever is taken back, and in whatever turn: whoever still has a training that counts has a certificate that says so. */

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let spoc: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await openTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
})
afterAll(async () => {
  await attend.close()
  await desk.close()
})

const keyOf = (name: string): Buffer => Buffer.from(nameKey(name).padEnd(32, '.'))
/** A list says that somebody learned, and they get their certificate. Gives the import. */
const learns = async (name: string, on_date: string): Promise<string> => {
  const id = randomUUID()
  const email_key = keyOf(name).toString('hex')
  const version = desk.parts.pack.course.taught
  const row = { name, name_key: nameKey(name), email_key, tier: 'everyone', version, on_date, way: 'file' as const }
  await importsRows(desk, spoc, { id, partner: 'watford', rows: [row] })
  await issues(desk)
  return id
}
const takesBack = async (id: string) => expect(await desk.as(spoc, undoImport, { id })).toHaveProperty('done')
/** What each certificate of somebody says of itself to whoever checks it, by the day of the training and then as they were made. */
const held = async (name: string) => {
  const rows = await desk.owner
    .selectFrom('certificate as c')
    .innerJoin('learner as l', 'l.id', 'c.learner_id')
    .select(['c.id', 'c.code', 'c.learnt_on'])
    .where('l.email_key', '=', keyOf(name))
    .orderBy('c.learnt_on')
    .orderBy('c.issued_at')
    .execute()
  return Promise.all(
    rows.map(async ({ id, code, learnt_on }) => {
      const found = await checkCertificate(attend, { code, name: '' })
      return { id, learnt_on, says: 'fault' in found ? found.fault : found.worth.worth }
    }),
  )
}
/** They are called something else now, and the newest of their certificates is made again. */
const madeAgain = async (name: string) => {
  await desk.owner
    .updateTable('learner')
    .set({ name: 'Bea Lockkeeper', name_key: 'bea lockkeeper' })
    .where('email_key', '=', keyOf(name))
    .execute()
  const certificate = (await held(name)).at(-1)?.id ?? ''
  expect(await desk.as(coordinator, remakeCertificate, { certificate })).toHaveProperty('done')
}
const says = async (name: string) => (await held(name)).map((one) => one.says)

test('of several imports, taken back in any turn, the newest training that is left has a certificate that counts', async () => {
  const days = ['2026-09-01', '2026-10-01', '2026-11-01']
  for (const [at, turn] of [
    [2, 1],
    [1, 2],
    [0, 2],
    [2, 0],
    [0, 1],
    [1, 0],
  ].entries()) {
    const name = `Abi ${'Ford Stile Lock Wharf Weir Fold'.split(' ')[at]}`
    const imports: string[] = []
    for (const day of days) imports.push(await learns(name, day))
    expect(await says(name)).toEqual(['replaced', 'replaced', 'current'])
    const left = [0, 1, 2]
    for (const gone of turn) {
      await takesBack(imports[gone] ?? '')
      left.splice(left.indexOf(gone), 1)
      const newest = Math.max(...left)
      expect(await says(name), `${turn}: without ${gone}`).toEqual(
        [0, 1, 2].map((one) => (!left.includes(one) ? 'withdrawn' : one === newest ? 'current' : 'replaced')),
      )
    }
  }
})

test('one that was made again for another name goes with its training, and what it replaced counts again', async () => {
  const name = 'Bea Sluice'
  await learns(name, '2026-09-01')
  const second = await learns(name, '2026-10-01')
  await madeAgain(name)
  expect(await says(name)).toEqual(['replaced', 'replaced', 'current'])
  await takesBack(second)
  expect(await says(name)).toEqual(['current', 'withdrawn', 'withdrawn'])
})

test('one that a coordinator takes back frees what it replaced, and nothing of the same training', async () => {
  const name = 'Cal Packhorse'
  await learns(name, '2026-09-01')
  await learns(name, '2026-10-01')
  await madeAgain(name)
  const [, , again] = await held(name)
  expect(await desk.as(coordinator, withdrawCertificate, { certificate: again?.id ?? '', because: 'not-there' })).toHaveProperty('done')
  expect(await says(name)).toEqual(['current', 'withdrawn', 'withdrawn'])
})
