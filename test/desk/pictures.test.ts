import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPicture, shownPicture } from '../../src/commands/concerns/open-picture.ts'
import { readPictures } from '../../src/commands/concerns/read-pictures.ts'
import { stopPicture } from '../../src/commands/concerns/stop-picture.ts'
import { takePicture } from '../../src/commands/pictures/take-picture.ts'
import { shownSide } from '../../src/domain/pictures/picture.ts'
import { redraw } from '../../src/processes/pictures/redraw.ts'
import { backUp } from '../../src/store/backups.ts'
import { connectOf } from '../../src/store/connect-url.ts'
import { raise, receivingDesk, type TestIntake, tryRaise } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
let pictures: Uint8Array[]
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
  pictures = await Promise.all(['#346', '#a20'].map(picture))
})
afterAll(async () => {
  await intake.close()
  await desk.close()
})

const picture = async (background: string): Promise<Uint8Array> => {
  const sent = await sharp({ create: { width: 1600, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const taken = await takePicture(redraw, sent)
  if ('fault' in taken) throw new Error(taken.fault)
  return taken.jpeg
}

const linesOf = async (concern: string, who = anna) => {
  const read = await desk.as(who, readPictures, { concern })
  if ('fault' in read) throw new Error(read.fault)
  return read.done.pictures
}
const verbsOf = async (concern: string): Promise<string[]> =>
  (await desk.owner.selectFrom('audit').select('verb').where('object_id', '=', concern).orderBy('seq').execute()).map(({ verb }) => verb)

test('pictures are sealed on arrival in their order, opened one by one with an entry each, and kept under the concern’s own key then', async () => {
  const { id } = await raise(desk, intake, { pictures })
  const tell = Buffer.from(pictures[0] ?? [])
    .subarray(0, 30)
    .toString('hex')
  expect(tellsOf(await dumpOf(desk.owner), tell)).toEqual([])
  const lines = await linesOf(id)
  expect(lines.map(({ place, stopped }) => ({ place, stopped }))).toEqual([1, 2].map((place) => ({ place, stopped: null })))
  // To know that there are some is no entry, and opens none.
  expect(await verbsOf(id)).toEqual(['raise-concern'])
  for (const [at, { id: one }] of lines.entries()) {
    const opened = await desk.as(anna, openPicture, { concern: id, picture: one })
    expect('done' in opened && opened.done.jpeg.equals(pictures[at] ?? new Uint8Array())).toBe(true)
  }
  expect(await verbsOf(id)).toEqual(['raise-concern', 'read-picture', 'read-picture'])
  const kept = await desk.owner.selectFrom('concern_picture').select(['under']).where('concern_id', '=', id).execute()
  expect(kept).toEqual([{ under: 'own' }, { under: 'own' }])
  const again = await desk.as(anna, openPicture, { concern: id, picture: lines[0]?.id ?? '' })
  expect('done' in again && again.done.jpeg.equals(pictures[0] ?? new Uint8Array())).toBe(true)
  expect(tellsOf(await dumpOf(desk.owner), tell)).toEqual([])
})

test('what is shown is smaller than what is kept', async () => {
  const shown = await shownPicture({ redraw }, Buffer.from(pictures[0] ?? []))
  expect(await sharp(shown ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: shownSide })
})

test('the same page sent twice with the same pictures is one report; with another picture it is another', async () => {
  const once = Buffer.alloc(32, 5)
  const [first, second] = [await tryRaise(desk, intake, { once, pictures }), await tryRaise(desk, intake, { once, pictures })]
  expect(second).toEqual(first)
  expect(await tryRaise(desk, intake, { once, pictures: pictures.slice(1) })).not.toEqual(first)
  expect(await tryRaise(desk, intake, { once, pictures: pictures.toReversed() })).not.toEqual(first)
})

test('a picture that may be illegal is stopped unseen: nobody opens it, nothing of the desk reaches its bytes, no backup has them, and they are still there', async () => {
  const { id } = await raise(desk, intake, { pictures })
  const [first, second] = await linesOf(id)
  const bytes = await desk.owner
    .selectFrom('concern_picture')
    .select('sealed')
    .where('id', '=', first?.id ?? '')
    .executeTakeFirstOrThrow()
  const of = { concern: id, picture: first?.id ?? '' }
  expect(await desk.as(anna, stopPicture, of)).toEqual({ done: null })
  // Twice is once.
  expect(await desk.as(anna, stopPicture, of)).toEqual({ done: null })
  expect(await desk.as(anna, openPicture, of)).toEqual({ fault: 'stopped' })
  expect((await linesOf(id)).map(({ stopped }) => stopped?.by ?? null)).toEqual([anna.name, null])
  expect(await desk.as(anna, openPicture, { concern: id, picture: second?.id ?? '' })).toHaveProperty('done')
  expect(await verbsOf(id)).toEqual(['raise-concern', 'stop-picture', 'stop-picture', 'read-picture'])
  // Sealed as it was, for the police.
  const kept = await desk.owner.selectFrom('stopped_picture').selectAll().execute()
  expect(kept).toEqual([{ id: first?.id, under: 'receiving', sealed: bytes.sealed }])
  for (const role of ['waymark_desk', 'waymark_app', 'waymark_jobs', 'waymark_intake', 'waymark_reporter'] as const) {
    const refused = await desk.database
      .poolOf(role, 1)
      .query('select sealed from stopped_picture')
      .then(
        () => 'read',
        (error: { code?: string }) => error.code,
      )
    expect([role, refused]).toEqual([role, '42501'])
  }
  expect(bytes.sealed.length).toBeGreaterThan(1000)
  const folder = mkdtempSync(join(tmpdir(), 'waymark-pictures-'))
  const { tables } = await backUp(connectOf(desk.url), join(folder, 'desk.waymark'))
  rmSync(folder, { recursive: true })
  const names = tables.map(({ name }) => name)
  expect([names.includes('concern_picture'), names.includes('stopped_picture')]).toEqual([true, false])
})

test('only whoever deals with a concern may know of its pictures or stop one', async () => {
  const { id } = await raise(desk, intake, { pictures, walled: ['watford'] })
  const [line] = await linesOf(id)
  const of = { concern: id, picture: line?.id ?? '' }
  const [inside, practitioner, administrator] = [
    await desk.somebody(['coordinator'], { partner: 'watford' }),
    await desk.somebody(['practitioner'], { partner: 'stevenage' }),
    await desk.somebody(['administrator']),
  ]
  for (const who of [inside, practitioner, administrator])
    for (const command of [openPicture, stopPicture])
      expect(await desk.as(who, command as typeof stopPicture, of)).toEqual({ fault: 'not-found' })
  // A picture of another concern is not this one's.
  const other = await raise(desk, intake)
  expect(await desk.as(anna, openPicture, { ...of, concern: other.id })).toEqual({ fault: 'not-found' })
  // The function itself asks too: a command that forgot would change nothing.
  expect((await linesOf(id))[0]?.stopped).toBeNull()
})
