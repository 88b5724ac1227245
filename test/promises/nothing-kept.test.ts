import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { attribute, elementsOf } from '../http/html.ts'
import { ask, post, withServer } from '../http/support.ts'
import { buildFirst, portOf, startCommand } from './process.ts'
import { everyPage, flowPages } from './visit.ts'

const running = withServer()
beforeAll(buildFirst, 60_000)

test('no cookie is ever set, asked for or needed', async () => {
  for (const [name, { headers }] of await everyPage(running())) expect([name, headers['set-cookie']]).toEqual([name, undefined])
  const [plain, crumbed] = [
    await ask(running().port, '/your-safety'),
    await ask(running().port, '/your-safety', { headers: { cookie: 'a=b' } }),
  ]
  expect(crumbed.text).toBe(plain.text)
  expect(crumbed.headers.vary).toBe('accept-encoding')
})

/** `#referral-day` tells of a referral as `/referral` does. */
const isOf = (part: string, answer: string): boolean => part === answer || part.startsWith(`${answer}-`)

/** Forms and links of a page that would put an answer into an address. */
const leaksIn = (html: string, answers: readonly string[]): string[] =>
  elementsOf(html).flatMap((element) => {
    const method = (attribute(element, 'method') ?? 'get').toLowerCase()
    if (element.tagName === 'form' && method !== 'post') return ['a form whose answers go into the address']
    const addresses = ['href', 'action', 'src', 'formaction'].flatMap((name) => attribute(element, name) ?? [])
    const own = addresses.filter((address) => /^[/#]/.test(address))
    return own.filter((address) => address.includes('?') || address.split(/[/#=&?]/).some((part) => answers.some((a) => isOf(part, a))))
  })

test('no answer is put into an address', async () => {
  const { port, locale } = running()
  const flows = new Map((await flowPages(port, locale)).map(({ name, answers }) => [name, answers]))
  for (const [name, { text, headers }] of await everyPage(running())) {
    expect([name, headers.location]).toEqual([name, undefined])
    // /signs links to its own signs, which are no answers.
    expect([name, leaksIn(text, flows.get(name) ?? [])]).toEqual([name, []])
  }
})

test('an answer in an address would be seen', () => {
  expect(leaksIn('<form action="/a"></form>', [])).toHaveLength(1)
  expect(leaksIn('<form method="post" action="/a?x=1"></form>', [])).toHaveLength(1)
  expect(leaksIn('<a href="/signs#never-alone">x</a>', ['never-alone'])).toHaveLength(1)
  expect(leaksIn('<a href="#referral-day">x</a>', ['referral'])).toHaveLength(1)
  expect(leaksIn('<form method="post" action="/pathway/nhs"></form>', ['nhs'])).toHaveLength(1)
  expect(leaksIn('<form method="post" action="/a"></form><a href="/signs">x</a>', ['never-alone'])).toEqual([])
})

test('the program’s own log and folder hold nothing of who asked or what', async () => {
  const started = startCommand()
  const port = await portOf(started)
  const headers = {
    'x-forwarded-for': '203.0.113.77',
    forwarded: 'for=203.0.113.77',
    'user-agent': 'marker-agent',
    referer: 'https://marker.example/',
    cookie: 'marker=1',
  }
  for (const path of ['/get-help?marker', '/marker', '/services.json?at=marker', '/%ff', '/signs/check', '/search'])
    await ask(port, path, { headers })
  const forms = [{ place: 'car-wash' }, { place: 'marker' }, { 'so-far': 'marker' }, { marker: 'é'.repeat(40_000) }]
  for (const fields of forms) await post(port, '/signs/check', fields, headers)
  const steps = [
    ...forms,
    { at: 'danger', danger: 'no' },
    { at: 'organisation', organisation: 'marker', 'so-far': 'marker' },
    { back: 'marker' },
  ]
  for (const path of ['/pathway', '/pathway/dates', '/pathway/prepare', '/training'])
    for (const fields of steps) await post(port, path, fields, headers)
  for (const q of ['marker', 'help me marker', '', 'marker'.repeat(12_000)]) await post(port, '/search', { q }, headers)
  await post(port, '/signs/check', { place: 'marker' }, { ...headers, origin: 'https://marker.example' })
  await ask(port, '/signs/check', {
    method: 'POST',
    body: '%ff',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  })
  // Whole flows, with what belongs to one person in every field.
  for (const { page } of await flowPages(port, running().locale, headers)) expect(page.headers['set-cookie']).toBeUndefined()
  await ask(port, '/marker', { method: 'DELETE', headers })
  // Somebody who leaves in the middle, and somebody who does not speak HTTP.
  for (const text of [
    'POST /signs/check HTTP/1.1\r\nHost: marker\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\nplace=marker',
    'MARKER\r\n\r\n',
  ]) {
    const socket = connect(port, '127.0.0.1', () => socket.end(text)).resume()
    await new Promise((resolve) => socket.on('error', () => {}).on('close', resolve))
  }
  const files = readdirSync(started.data)
  const kept = files.map((file) => readFileSync(join(started.data, file)).toString('latin1')).join('')
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(143)
  const lines = started.output().trimEnd().split('\n')
  const noLimits =
    'A proxy on this machine sends X-Forwarded-For, but WAYMARK_TRUST_PROXY is not set, so Waymark cannot limit requests from each address.'
  const said = [`Waymark Hertfordshire: http://127.0.0.1:${port}`, noLimits, 'Stopping: no new requests are accepted.', 'Stopped.']
  const { pid } = started.child
  const info = said.map((msg) => ({ level: msg === noLimits ? 'warn' : 'info', time: expect.stringMatching(/^\S+Z$/), pid, msg }))
  expect(lines.map((line) => JSON.parse(line))).toEqual(info)
  expect(files).toEqual(['secrets'])
  expect(kept).toMatch(/^\{\s*"secrets": \[\s*\{\s*"id": "[0-9a-f]{8}",\s*"made": "[\dT:.-]+Z",\s*"secret": "[\w-]{43}"\s*\}\s*\]\s*\}\s*$/)
})
