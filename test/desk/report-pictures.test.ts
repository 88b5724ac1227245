import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPicture } from '../../src/commands/concerns/open-picture.ts'
import { readPictures } from '../../src/commands/concerns/read-pictures.ts'
import { receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { coverFor, type FormPage, pageFrom, type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
let anna: Somebody
let jpeg: Buffer
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
  await coverFor(desk, anna)
  site = await serveReports(intake)
  jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#346' } })
    .withExif({ IFD0: { Copyright: 'Zebediah Quillfeather' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 39/1 22/1' } })
    .jpeg()
    .toBuffer()
}, 90_000)
afterAll(async () => {
  await site?.stop()
  await intake.close()
  await desk.close()
})
beforeEach(() => site.watch.look())

const send = async (
  fields: Record<string, string>,
  from: FormPage | null,
  files: readonly Uint8Array[] | null = null,
): Promise<FormPage> => {
  const body: FormData | URLSearchParams = files ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries({ ...(from?.carried ? { 'so-far': from.carried } : {}), ...fields })) body.append(name, value)
  if (body instanceof FormData)
    for (const [at, bytes] of (files ?? []).entries()) body.append('pictures', new File([new Uint8Array(bytes)], `holiday ${at}.png`))
  const answer = await fetch(`http://${site.host}/report`, { method: 'POST', body, redirect: 'manual' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return pageFrom(answer.status, await answer.text())
}
const secret = 'Four men sleep behind the car wash.'
const checked = async (): Promise<FormPage> => send({ at: 'what', what: secret, leave: 'yes' }, await send({ start: 'yes' }, null))
const count = async (): Promise<number> => (await desk.owner.selectFrom('concern').select('id').execute()).length
const newest = async () => desk.owner.selectFrom('concern').select('id').orderBy('received_at', 'desc').limit(1).executeTakeFirstOrThrow()

test('above the field stands what must not be sent, in these words', async () => {
  const { text } = await checked()
  const never = 'Do not send a sexual picture of anyone who is or looks under 18. Tell us in words that it exists.'
  expect(text.indexOf(never)).toBeGreaterThan(0)
  expect(text.indexOf(never)).toBeLessThan(text.indexOf('type="file"'))
})

test('a report with pictures reaches the desk without what was hidden in them; sent twice it is one', async () => {
  const check = await checked()
  const before = await count()
  const [first, second] = [await send({ send: 'yes' }, check, [jpeg, jpeg]), await send({ send: 'yes' }, check, [jpeg, jpeg])]
  expect([first.status, second.status, (await count()) - before]).toEqual([200, 200, 1])
  const { id } = await newest()
  const read = await desk.as(anna, readPictures, { concern: id })
  const [line] = 'done' in read ? read.done.pictures : []
  const opened = await desk.as(anna, openPicture, { concern: id, picture: line?.id ?? '' })
  if ('fault' in opened) throw new Error(opened.fault)
  expect(opened.done.jpeg.includes('Quillfeather')).toBe(false)
  expect(await sharp(opened.done.jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 400 })
})

test('no picture chosen, as a browser sends it: a report like any other', async () => {
  const before = await count()
  const body = new FormData()
  for (const [name, value] of Object.entries({ 'so-far': (await checked()).carried ?? '', send: 'yes' })) body.append(name, value)
  body.append('pictures', new File([], ''))
  const answer = await fetch(`http://${site.host}/report`, { method: 'POST', body })
  expect([answer.status, (await count()) - before]).toEqual([200, 1])
})

test.each<[string, () => readonly Uint8Array[], string]>([
  ['an SVG named .png', () => [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')], 'not a JPEG, PNG or WebP'],
  ['HEIC', () => [Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), randomBytes(900)])], 'HEIC format'],
  ['random bytes', () => [randomBytes(5000)], 'not a JPEG, PNG or WebP'],
  ['a picture cut short', () => [jpeg.subarray(0, jpeg.length / 2)], 'could not open'],
  ['random bytes behind the beginning of a JPEG', () => [Buffer.concat([jpeg.subarray(0, 20), randomBytes(3000)])], 'could not open'],
  ['one of 13 MB', () => [Buffer.concat([jpeg, Buffer.alloc(13 * 1024 * 1024)])], 'larger than 12'],
  ['five', () => [1, 2, 3, 4, 5].map(() => jpeg), 'up to 4'],
  ['thirty', () => Array.from({ length: 30 }, () => jpeg), 'up to 4'],
  ['a good one and a bad one', () => [jpeg, randomBytes(10)], 'not a JPEG, PNG or WebP'],
])('%s: refused with a sentence, and what was written is still there', async (_, files, sentence) => {
  const before = await count()
  const answer = await send({ send: 'yes' }, await checked(), files())
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(sentence)
  expect(answer.text).toContain(secret)
  expect(answer.text).toMatch(/<title>Error/)
  expect(await count()).toBe(before)
  // And it can be sent without.
  expect((await send({ send: 'yes' }, answer)).status).toBe(200)
})

test('a form that is no form is told so, and never breaks anything', async () => {
  const origin = `http://${site.host}`
  const bodies: [string, string | Buffer][] = [
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="pictures"; filename="a"\r\n\r\ncut'],
    ['multipart/form-data; boundary=x', randomBytes(4000)],
    ['multipart/form-data; boundary=x', `--x\r\n${'A: b\r\n'.repeat(500)}\r\n--x--`],
    ['multipart/form-data; boundary=x', '--x--\r\n'],
    [
      'multipart/form-data; boundary=x',
      Array.from({ length: 40 }, () => '--x\r\nContent-Disposition: form-data; name="pictures"; filename="a"\r\n\r\nb\r\n').join(''),
    ],
  ]
  for (const [type, body] of bodies) {
    const answer = await fetch(`${origin}/report`, {
      method: 'POST',
      headers: { origin, 'content-type': type },
      body: new Uint8Array(Buffer.from(body)),
    })
    expect([type, answer.status < 500, (await answer.text()).includes('</html>')]).toEqual([type, true, true])
  }
})

test('while others send pictures slowly, a report without pictures goes through, and one with pictures is kept on its page', async () => {
  const [host = '', port = ''] = site.host.split(':')
  const slow = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const socket = connect(Number(port), host)
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
      socket.write(
        `POST /report HTTP/1.1\r\nHost: ${site.host}\r\nOrigin: http://${site.host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n--x\r\nContent-Disposition: form-data; name="pictures"; filename="a"\r\n\r\n`,
      )
      return socket
    }),
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  const check = await checked()
  const busy = await send({ send: 'yes' }, check, [jpeg])
  expect(busy.status).toBe(503)
  expect(busy.text).toContain('receiving pictures from other people')
  expect(busy.text).toContain(secret)
  expect((await send({ send: 'yes' }, check, [])).status).toBe(200)
  for (const socket of slow) socket.destroy()
})
