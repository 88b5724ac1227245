import { request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import type { Locale } from '../context/types.ts'
import { createRouter } from '../http/router.ts'
import { createHttpServer } from '../http/server.ts'
import type { Form, Upload } from './form.ts'
import { formHandler } from './form-handler.ts'

const errors = {
  refused: (sentence: string) => `refused ${sentence}`,
  broken: (id: string) => `broken ${id}`,
  file: (id: string) => id,
  busy: () => 'busy',
}
const upload: Upload = {
  fileFields: [{ name: 'paper', most: 2, bytes: 10 }],
  texts: { most: 4, bytes: 100 },
  bytes: 5000,
  atOnce: 1,
  busy: 'your-pack.busy',
  later: 7,
  patience: 60_000,
}

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

const serve = async (form: Omit<Form, 'path' | 'cacheControl'>, quiet?: number): Promise<{ port: number; post: typeof post }> => {
  const handler = formHandler({ path: '/form', cacheControl: 'no-store', ...form }, errors)
  const router = createRouter({ locale: {} as Locale, errors, routes: [{ path: '/form', form: handler }], finished: new Map() })
  const server = createHttpServer({ pages: () => false, router, errors })
  if (quiet !== undefined) server.timeout = quiet
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  const post = (body: BodyInit) => fetch(`http://127.0.0.1:${port}/form`, { method: 'POST', body })
  return { port, post }
}
const withFile = (bytes = 3): FormData => {
  const form = new FormData()
  form.append('paper', new File([new Uint8Array(bytes)], 'a.pdf'))
  return form
}
const gate = () => Promise.withResolvers<void>()

test('so many at one time, until they are answered; the others are told to come again, and may', async () => {
  const [inside, out] = [gate(), gate()]
  const { post } = await serve({
    upload,
    answer: async () => {
      inside.resolve()
      await out.promise
      return { status: 200, page: 'done' }
    },
  })
  const first = post(withFile())
  await inside.promise
  const busy = await post(withFile())
  expect([busy.status, busy.headers.get('retry-after'), busy.headers.get('cache-control'), await busy.text()]).toEqual([
    503,
    '7',
    'no-store',
    'refused your-pack.busy',
  ])
  out.resolve()
  expect(await (await first).text()).toBe('done')
  expect((await post(withFile())).status).toBe(200)
})

test('a connection that is silent while the answer is in the making lasts as long as the form is patient', async () => {
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { status: 200, page: 'done' }
  }
  const patient = await serve({ upload, answer: slow }, 100)
  expect(await (await patient.post(withFile())).text()).toBe('done')
  const hasty = await serve({ upload: { ...upload, patience: 100 }, answer: slow }, 100)
  await expect(hasty.post(withFile())).rejects.toThrow()
  const withoutFiles = await serve({ patience: 60_000, answer: slow }, 100)
  expect(await (await withoutFiles.post(new URLSearchParams({ a: 'b' }))).text()).toBe('done')
  const usual = await serve({ answer: slow }, 100)
  await expect(usual.post(new URLSearchParams({ a: 'b' }))).rejects.toThrow()
})

test('whoever has gone is told to the form, and a place is free again', async () => {
  const [inside, gone] = [gate(), gate()]
  const { port, post } = await serve({
    upload,
    answer: ({ signal }) =>
      new Promise((resolve) => {
        const done = () => resolve({ status: 200, page: 'done' })
        signal.addEventListener('abort', () => {
          gone.resolve()
          done()
        })
        inside.resolve()
        if (free) done()
      }),
  })
  let free = false
  const body = Buffer.from('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n')
  const sent = request({
    port,
    path: '/form',
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': body.length },
  })
  sent.on('error', () => {})
  sent.end(body)
  await inside.promise
  sent.destroy()
  await gone.promise
  free = true
  await vi.waitFor(async () => expect((await post(withFile())).status).toBe(200))
  // And someone who goes in the middle of sending holds no place either.
  const half = connect(port, '127.0.0.1')
  half.write('POST /form HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 4000\r\n\r\n--x\r\n')
  await vi.waitFor(async () => expect((await post(withFile())).status).toBe(503))
  half.destroy()
  await vi.waitFor(async () => expect((await post(withFile())).status).toBe(200))
})

test('whoever is not let has nothing read and no place; one person never has all places', async () => {
  const read: string[] = []
  const { port, post } = await serve({
    upload: {
      ...{ ...upload, atOnce: 2 },
      admit: {
        each: 1,
        ask: async ({ header }) => {
          const by = header('cookie')
          return by ? { by } : { answer: { status: 401, page: 'sign in' } }
        },
      },
    },
    answer: ({ asked }) => {
      read.push(asked.header('cookie') ?? '')
      return { status: 200, page: 'done' }
    },
  })
  const slowly = (cookie: string) => {
    const half = connect(port, '127.0.0.1')
    half.on('error', () => {})
    half.write(
      `POST /form HTTP/1.1\r\nhost: x\r\n${cookie}content-type: multipart/form-data; boundary=x\r\ncontent-length: 4000\r\n\r\n--x\r\n`,
    )
    ends.push(() => half.destroy())
    return half
  }
  const as = (cookie: string) => fetch(`http://127.0.0.1:${port}/form`, { method: 'POST', body: withFile(), headers: { cookie } })
  for (let n = 0; n < 3; n++) await new Promise((answered) => slowly('').once('data', answered))
  slowly('cookie: mallory\r\n')
  await vi.waitFor(async () => expect((await as('mallory')).status).toBe(503))
  read.splice(0)
  expect([(await as('dee')).status, (await post(withFile())).status, read]).toEqual([200, 401, ['dee']])
})

test('a form that fails says so, and no more; one that is larger than others is read as far as it says', async () => {
  const failing = await serve({ answer: () => Promise.reject(new Error('of nobody’s business')) })
  const failed = await failing.post(new URLSearchParams({ a: '1' }))
  expect([failed.status, await failed.text()]).toEqual([500, 'broken server-error'])
  const answer: Form['answer'] = ({ fields }) => ({ status: 200, page: String(fields.text('a')?.length) })
  const [usual, large] = [await serve({ answer }), await serve({ answer, largest: 200_000 })]
  const long = new URLSearchParams({ a: 'x'.repeat(150_000) })
  expect((await usual.post(long)).status).toBe(413)
  expect(await (await large.post(long)).text()).toBe('150000')
  expect((await large.post(new URLSearchParams({ a: 'x'.repeat(200_000) }))).status).toBe(413)
})

test('a file that is longer than any may be is cut one byte behind that, so that it can be told', async () => {
  const { post } = await serve({
    upload,
    answer: ({ files }) => ({ status: 200, page: String(files.get('paper')?.map(({ bytes }) => bytes.length)) }),
  })
  expect(await (await post(withFile(500))).text()).toBe('11')
})
