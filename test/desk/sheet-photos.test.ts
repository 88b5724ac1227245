import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseDueLearners, keepingIn } from '../../src/commands/register/leaving/erase-due.ts'
import { listNames } from '../../src/commands/register/list-names.ts'
import { openPhoto, readPhotos } from '../../src/commands/register/photos/read-photos.ts'
import { removePhoto } from '../../src/commands/register/photos/remove-photo.ts'
import { mostSheetPhotos } from '../../src/domain/register/sheet-photo.ts'
import { backUp } from '../../src/store/backups.ts'
import { connectOf } from '../../src/store/connect-url.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor, type Got } from '../support/desk-visitor.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'
import { anEvent, confirmsAll } from '../support/register.ts'

/* A photo of the signed paper sheet, beside the fields into which its names are typed. Everybody is made up. */

let desk: ServedDesk
let trainer: Somebody
let coordinator: Somebody
let sent: Buffer
beforeAll(async () => {
  desk = await serveTestDesk()
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
  sent = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#cba' } })
    .withExif({ IFD0: { Artist: 'Quillfeather' }, IFD3: { GPSLatitude: '51/1 45/1 0/1' } })
    .jpeg()
    .toBuffer()
}, 60_000)
afterAll(() => desk.stop())

const sheetOf = (event: string, more = '') => `/desk/events/${event}/names?way=sheet${more}`
const sends = async (
  event: string,
  files: readonly Uint8Array[],
  who = trainer,
  page?: Got,
  more: Record<string, string> = {},
): Promise<Got> => {
  const visitor = deskVisitor(desk.at, who.cookie)
  const form = new FormData()
  for (const [name, value] of Object.entries({ way: 'sheet', do: 'photo', ...more })) form.append(name, value)
  form.append('key', (page ?? (await visitor.get(sheetOf(event)))).hidden.key ?? '')
  for (const file of files) form.append('photos', new File([Uint8Array.from(file)], 'sheet.jpg'))
  return visitor.post(`/desk/events/${event}/names`, form)
}
const photosOf = (event: string) => desk.owner.selectFrom('sheet_photo').selectAll().where('event_id', '=', event).orderBy('at').execute()
const verbsOf = async (event: string): Promise<string[]> =>
  (await desk.owner.selectFrom('audit').select('verb').where('object_id', '=', event).orderBy('seq').execute())
    .map(({ verb }) => verb)
    .filter((verb) => verb.includes('photo'))
const photoIn = ({ text }: Got): Buffer => Buffer.from(/src="data:image\/jpeg;base64,([^"]+)"/.exec(text)?.[1] ?? '', 'base64')
const types = (event: string, name: string) =>
  desk.as(trainer, listNames, { event, way: 'sheet', names: [{ name, organisation: 'Chalkhill Housing', sector: 'housing' }] })
const inDays = (days: number) => {
  const starts = Temporal.Now.instant().add({ hours: 24 * days })
  return { starts, ends: starts.add({ hours: 1 }) }
}
const night = (days: number) =>
  eraseDueLearners({
    ...{ db: desk.jobsRole, erasedLearners: desk.parts.erasedLearners, lengths: keepingIn(desk.parts) },
    ...{ now: Temporal.Now.instant().add({ hours: 24 * days }), timezone: 'Europe/London' },
  })

test('a photo of the sheet is drawn anew, sealed, and shown beside the fields: each opening is recorded, and no browser keeps it', async () => {
  const { event } = await anEvent(desk, trainer)
  const page = await deskVisitor(desk.at, trainer.cookie).get(sheetOf(event))
  const added = await sends(event, [sent], trainer, page)
  expect(added.to).toMatch(new RegExp(`^/desk/events/${event}/names\\?way=sheet&photo=[0-9a-f-]{36}&told=added&n=1$`))
  // The same form sent twice is one photo.
  await sends(event, [sent], trainer, page)
  const [row, ...more] = await photosOf(event)
  expect(more).toEqual([])
  const shown = await deskVisitor(desk.at, trainer.cookie).get(added.to ?? '')
  const jpeg = photoIn(shown)
  const { exif, width } = await sharp(jpeg).metadata()
  expect([exif, width, jpeg.includes('Quillfeather')]).toEqual([undefined, 900, false])
  expect(row?.sealed.includes(jpeg.subarray(0, 30))).toBe(false)
  expect(tellsOf(await dumpOf(desk.owner), jpeg.subarray(0, 30).toString('hex'))).toEqual([])
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect(await verbsOf(event)).toEqual(['add-sheet-photos', 'add-sheet-photos', 'read-sheet-photo'])
  // That there is one is told on the event's page, and none is opened for it.
  expect((await deskVisitor(desk.at, trainer.cookie).get(`/desk/events/${event}`)).text).toContain(`photo=${row?.id}`)
  expect(await verbsOf(event)).toHaveLength(3)
})

test('names that are typed stay when a photo is added, and a photo that is chosen is kept when names are added', async () => {
  const { event } = await anEvent(desk, trainer)
  const names = 'Abi Lychgate, Chalkhill Housing\nBen Packhorse'
  const kept = ({ text }: Got) => /Abi Lychgate, Chalkhill Housing\s+Ben Packhorse<\/textarea>/.test(text)
  const visitor = deskVisitor(desk.at, trainer.cookie)
  const added = await sends(event, [sent], trainer, undefined, { names })
  expect([added.status, kept(added), added.text.includes('The photo is added.')]).toEqual([200, true, true])
  const [first] = await photosOf(event)
  expect(added.hidden.photo).toBe(first?.id)
  // Nobody is put where the trainer works because the sheet says nothing of where they do.
  const asked = await sends(event, [sent], trainer, added, { names, do: 'names', photo: first?.id ?? '' })
  expect([asked.status, asked.text.includes('Line 2: where does Ben Packhorse work?'), kept(asked)]).toEqual([400, true, true])
  expect(await photosOf(event)).toHaveLength(2)
  const kind = await visitor.post(`/desk/events/${event}/names`, { ...asked.hidden, do: 'names', names: names.split('\n')[0] ?? '' })
  expect(kind.text).toContain('href="#kind-chalkhill-housing">Choose what kind of organisation Chalkhill Housing is')
  const fields = { ...kind.hidden, do: 'names', names: names.split('\n')[0] ?? '', 'kind-chalkhill-housing': 'housing' }
  const listed = await visitor.post(`/desk/events/${event}/names`, fields)
  const compared = await visitor.get(listed.to ?? '')
  // Back beside the photo, where they are compared and can be undone.
  expect(listed.to).toContain(`way=sheet&photo=${first?.id}`)
  expect(compared.text).toMatch(/1 name is on the list\..*Undo/s)
})

test('what was typed from the sheet stands beside its photo, to be compared', async () => {
  const { event } = await anEvent(desk, trainer)
  await sends(event, [sent])
  await types(event, 'Abi Lychgate')
  const { text } = await deskVisitor(desk.at, trainer.cookie).get(sheetOf(event))
  const typed = text.slice(text.indexOf('id="typed"'))
  expect(typed).toContain('Abi Lychgate')
  // Without a photo there is nothing to compare with.
  const other = await anEvent(desk, trainer)
  await types(other.event, 'Abi Lychgate')
  expect((await deskVisitor(desk.at, trainer.cookie).get(sheetOf(other.event))).text).not.toContain('id="typed"')
})

test('whoever may put names on the list sees its photos, and nobody else does, whatever they are', async () => {
  const { event } = await anEvent(desk, trainer)
  await sends(event, [sent])
  const photo = (await photosOf(event))[0]?.id ?? ''
  expect(await desk.as(coordinator, openPhoto, { event, photo })).toMatchObject({ done: {} })
  const colleague = await desk.somebody(['trainer', 'spoc'], { partner: 'watford' })
  const others = [
    colleague,
    await desk.somebody(['trainer'], { partner: 'stevenage' }),
    await desk.somebody(['administrator', 'analyst', 'practitioner']),
  ]
  for (const who of others) {
    for (const read of [readPhotos, openPhoto, removePhoto])
      expect(await desk.as(who, read as typeof openPhoto, { event, photo })).toEqual({ fault: expect.stringMatching(/^not-/) })
    const { status } = await sends(event, [sent], who, { hidden: {} } as Got)
    expect([403, 404]).toContain(status)
  }
  expect((await deskVisitor(desk.at, colleague.cookie).get(sheetOf(event))).status).toBe(403)
  expect(await photosOf(event)).toHaveLength(1)
  // A photo of another event is none of this one.
  const other = await anEvent(desk, trainer)
  expect(await desk.as(trainer, openPhoto, { event: other.event, photo })).toEqual({ fault: 'gone' })
})

test('nobody who is not signed in, or may not add any, keeps a trainer from sending photos by sending slowly', async () => {
  const { event } = await anEvent(desk, trainer)
  const stranger = await desk.somebody(['trainer'], { partner: 'stevenage' })
  const { hostname, port } = new URL(desk.at)
  const slowly = (path: string, cookie?: string) => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    const heads = ['content-type: multipart/form-data; boundary=x', 'content-length: 4000', ...(cookie ? [`cookie: ${cookie}`] : [])]
    socket.write(`POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${desk.at}\r\n${heads.join('\r\n')}\r\n\r\n--x\r\n`)
    return socket
  }
  const answered = (socket: Socket) =>
    new Promise<string>((resolve) => socket.once('data', (bytes) => resolve(/^HTTP\/1.1 (\d+)/.exec(String(bytes))?.[1] ?? '')))
  const photos = `/desk/events/${event}/names`
  const sockets = [1, 2, 3].flatMap(() => [slowly(photos), slowly(photos, stranger.cookie), slowly('/desk/register/import')])
  const statuses = new Set(await Promise.all(sockets.map(answered)))
  expect([...statuses].sort()).toEqual(['303', '404'])
  expect((await sends(event, [sent])).status).toBe(303)
  for (const socket of sockets) socket.destroy()
})

test('a file that is no picture, one too many, and an event that has not begun are refused in words, and nothing is kept', async () => {
  const { event } = await anEvent(desk, trainer)
  const said = async (files: readonly Uint8Array[], at = event) => {
    const { status, text } = await sends(at, files)
    return [status, /govuk-error-message[^>]*>(?:<span[^>]*>[^<]*<\/span>)?([^<]*)/.exec(text)?.[1]?.trim()]
  }
  expect(await said([])).toEqual([400, 'Choose a photo'])
  expect(await said([sent, Buffer.from('%PDF-1.7')])).toEqual([
    400,
    'A file that you chose is not a JPEG, PNG or WebP picture. Choose another one',
  ])
  expect(await said(Array(5).fill(sent))).toEqual([400, 'You can add up to 4 photos at a time. Choose fewer'])
  expect(await photosOf(event)).toEqual([])
  const ahead = await anEvent(desk, trainer, inDays(2))
  expect((await sends(ahead.event, [sent])).status).toBe(400)
  expect(await photosOf(ahead.event)).toEqual([])
  await sends(event, [sent])
  const [photo] = await photosOf(event)
  if (!photo) throw new Error('no photo was kept')
  const others = Array.from({ length: mostSheetPhotos - 1 }, () => ({ ...photo, id: crypto.randomUUID() }))
  await desk.owner.insertInto('sheet_photo').values(others).execute()
  expect(await said([sent])).toEqual([400, 'An event can have 8 photos of its sheet. Remove one first'])
}, 60_000)

test('a photo is removed on a page that says first what it does', async () => {
  const { event } = await anEvent(desk, trainer)
  await sends(event, [sent])
  const photo = (await photosOf(event))[0]?.id ?? ''
  const visitor = deskVisitor(desk.at, trainer.cookie)
  const at = `/desk/events/${event}/photos/${photo}/remove`
  const asked = await visitor.get(at)
  expect(asked.text).toContain('You cannot bring it back')
  const gone = await visitor.post(at, asked.hidden)
  expect((await visitor.get(gone.to ?? '')).text).toContain('The photo is removed.')
  expect(await photosOf(event)).toEqual([])
  expect((await visitor.post(at, { ...asked.hidden, key: crypto.randomUUID() })).to).toContain('told=gone')
})

test('a photo goes 30 days after the list is confirmed, with the list where it never is, and with whoever is erased; no backup has it', async () => {
  const [confirmed, never, erased] = [await anEvent(desk, trainer), await anEvent(desk, trainer), await anEvent(desk, trainer)]
  for (const { event } of [confirmed, never, erased]) {
    await sends(event, [sent])
    await types(event, 'Ben Packhorse')
  }
  await confirmsAll(desk, trainer, confirmed.event)
  const left = async () => Promise.all([confirmed, never, erased].map(async ({ event }) => (await photosOf(event)).length))
  // Somebody whose name was on the list asks to be erased: their name may be on the paper.
  await desk.owner.deleteFrom('event_entry').where('event_id', '=', erased.event).execute()
  expect(await left()).toEqual([1, 1, 0])
  await night(29)
  expect(await left()).toEqual([1, 1, 0])
  await night(31)
  expect(await left()).toEqual([0, 1, 0])
  const [entry] = await desk.owner.selectFrom('audit').select(['verb', 'object', 'person']).orderBy('seq', 'desc').limit(1).execute()
  expect(entry).toEqual({ verb: 'remove-old', object: 'sheet-photo', person: null })
  const folder = mkdtempSync(join(tmpdir(), 'waymark-photos-'))
  const { tables } = await backUp(connectOf(desk.url), join(folder, 'desk.waymark'))
  rmSync(folder, { recursive: true })
  expect(tables.map(({ name }) => name).filter((name) => /^(sheet_photo|event_entry)$/.test(name))).toEqual(['event_entry'])
  await night(92)
  expect(await left()).toEqual([0, 0, 0])
})
