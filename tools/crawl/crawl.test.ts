import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeClient } from './client.ts'
import { differences, firstDifference, placesOf } from './compare.ts'
import { fillAt, fillByChance, sent } from './fill.ts'
import { formsIn, linksIn } from './html.ts'
import { type Answer, answersIn, bytesOf } from './http.ts'
import { normalAnswer, normalText } from './normalise.ts'
import { randomFrom } from './random.ts'
import { type CrawlRecord, makeRecorder } from './record.ts'

const html = (body: string | Buffer, headers: [string, string][] = []): Answer => ({
  status: 200,
  line: 'HTTP/1.1 200 OK',
  headers: [['content-type', 'text/html; charset=utf-8'], ...headers, ['content-length', String(Buffer.byteLength(body))], ['date', 'now']],
  body: Buffer.from(body),
  whole: true,
})

const recordOf = (answer: Answer, key = 'GET /'): CrawlRecord => {
  const recorder = makeRecorder(false)
  recorder.put(key, normalAnswer(answer))
  return recorder.record()
}

const seen = (one: Answer, two: Answer): string[] => differences(recordOf(one), recordOf(two)).flatMap(({ what }) => what)

test.each([
  ['/assets/first.0a1b2c3d.css', '/assets/first.ffffffff.css'],
  ['/cards/news/a.0a1b2c3d.png', '/cards/news/a.ffffffff.png'],
  ['<input type="hidden" name="so-far" value="AQx_-"/>', '<input type="hidden" name="so-far" value="AQyzzz"/>'],
  ['UID:0a1b2c3d-0000-4000-8000-000000000000@waymark', 'UID:ffffffff-0000-4000-8000-000000000000@waymark'],
])('differs by nature: %s', (one, two) => {
  expect(normalText(one)).toBe(normalText(two))
  expect(seen(html(one), html(two))).toEqual([])
  expect(seen(html(gzipSync(one), [['content-encoding', 'gzip']]), html(gzipSync(two), [['content-encoding', 'gzip']]))).toEqual([])
})

test.each([
  ['/assets/first.0a1b2c3d.css', '/assets/other.0a1b2c3d.css'],
  ['/assets/first.0a1b2c3d.css', '/assets/first.0a1b2c3d.js'],
  ['/resources/poster.pdf', '/resources/poster-2.pdf'],
  ['<input name="nation" value="england"/>', '<input name="nation" value="wales"/>'],
  ['{"id":"0a1b2c3d-0000-4000-8000-000000000000"}', '{"id":"ffffffff-0000-4000-8000-000000000000"}'],
  ['a\u00a0b', 'a b'],
])('is seen: %s → %s', (one, two) => {
  expect(seen(html(one), html(two))).toEqual([expect.stringMatching(/^body, /)])
})

test('every kind of difference is seen', () => {
  const page = html('a', [['vary', 'accept-encoding']])
  const kept = page.headers
  const with_ = (change: Partial<Answer>): string[] => seen(page, { ...page, ...change })
  expect(with_({})).toEqual([])
  expect(with_({ headers: kept.map(([name, value]) => [name, name === 'date' ? 'later' : value]) })).toEqual([])
  expect(with_({ status: 404 })).toEqual(['status 200 → 404'])
  expect(with_({ line: 'HTTP/1.1 200 Fine' })).toEqual(['header (line): HTTP/1.1 200 OK → HTTP/1.1 200 Fine'])
  expect(with_({ headers: kept.filter(([name]) => name !== 'vary') })).toEqual(['header vary gone: accept-encoding'])
  expect(with_({ headers: [...kept, ['x-new', '1']] })).toEqual(['header x-new added: 1'])
  expect(with_({ headers: [...kept, ['vary', 'origin']] })).toEqual(['header vary: accept-encoding → accept-encoding, origin'])
  expect(with_({ headers: [...kept].reverse() })).toEqual([])
  expect(with_({ whole: false })).toEqual(['header content-length: (as the body) → 1, not as the body'])
  expect(with_({ body: Buffer.from('b') })).toEqual(['body, 1 → 1 bytes'])
  expect(differences(recordOf(page), recordOf(page, 'GET /b')).map(({ key, what }) => [key, ...what])).toEqual([
    ['GET /', 'only in the first'],
    ['GET /b', 'only in the second'],
  ])
})

test('a tag is held only to being there, and to being strong', () => {
  const tagged = (etag: string): Answer => html('a', [['etag', etag]])
  expect(seen(tagged('"a"'), tagged('"b"'))).toEqual([])
  expect(seen(tagged('"a"'), tagged('W/"a"'))).toEqual(['header etag: (strong) → (weak)'])
  expect(seen(tagged('"a"'), html('a'))).toEqual(['header etag gone: (strong)'])
})

test('the length that HEAD tells is held against that of GET', () => {
  const get = html('four')
  const head = { ...get, body: Buffer.alloc(0) }
  const lengthOf = (answer: Answer) => normalAnswer(answer, get).headers.find(([name]) => name === 'content-length')?.[1]
  expect(lengthOf(head)).toBe('(as GET)')
  expect(lengthOf({ ...head, headers: [['content-length', '3']] })).toBe('3, not as GET')
})

test('names of assets are left out of what was asked, too', async () => {
  const server = createServer((_, response) => response.end('a')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const recorder = makeRecorder(false)
  const client = makeClient('site', (server.address() as AddressInfo).port, recorder)
  await client.ask('GET /a.0a1b2c3d.css', { method: 'GET', target: '/a.0a1b2c3d.css' })
  server.close()
  expect(Object.keys(recorder.record().entries)).toEqual(['site GET /a.HASH.css'])
})

test('one question is asked once', () => {
  const recorder = makeRecorder(false)
  recorder.put('GET /', normalAnswer(html('a')))
  expect(() => recorder.put('GET /', normalAnswer(html('a')))).toThrow('asked twice')
})

test('answers are read as they come: with a length, in chunks, without a body, cut short', () => {
  const wire = Buffer.from(
    'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab' +
      'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n' +
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n' +
      'HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n\r\nab',
  )
  const answers = answersIn(wire, ['GET', 'HEAD', 'GET', 'GET', 'GET'])
  expect(answers.map(({ status, body, whole }) => [status, body.toString(), whole])).toEqual([
    [200, 'ab', true],
    [200, '', true],
    [200, 'abc', true],
    [404, 'ab', false],
    [0, '', true],
  ])
})

test('a request is sent as it is written', () => {
  const text = (ask: Parameters<typeof bytesOf>[0]): string => bytesOf(ask).toString('latin1')
  expect(text({ method: 'GET', target: '/%zz', headers: { host: null }, version: '1.0' })).toBe(
    'GET /%zz HTTP/1.0\r\nconnection: close\r\n\r\n',
  )
  expect(text({ method: 'POST', target: '/', body: 'é' })).toContain('content-length: 2\r\n')
})

const page = `<a href="/a?b=1&amp;c=2#d">x</a><a href="https://other.example/">y</a><img srcset="/s.png 1x, /l.png 2x"/><meta content="https://us.example/card.png"/>
<form method="post" action="/f"><input type="hidden" name="so-far" value="S"/><input type="radio" name="r" value="1"/><input type="radio" name="r" value="2" checked=""/>
<input type="checkbox" name="c" value="x"/><input name="e-day"/><select name="s"><option value=""></option><option value="p" selected="">P</option></select>
<button name="go" value="on">On</button><button name="back" value="b">Back</button></form>`
const apart =
  '<button form="later" name="text" value="yes">Text</button><form id="later" method="post" action="/g"><button name="go" value="1">Go</button></form>'

test('links and forms of a page are found', () => {
  expect(linksIn(page, '/dir/', 'https://us.example')).toEqual(['/a?b=1&c=2', '/card.png', '/f', '/l.png', '/s.png'])
  const [form] = formsIn(page)
  expect(form).toMatchObject({ action: '/f', method: 'post', buttons: [{ name: 'go' }, { name: 'back' }] })
  expect(form?.fields.map(({ kind, name, value, checked }) => [kind, name, value, checked])).toEqual([
    ['hidden', 'so-far', 'S', false],
    ['radio', 'r', '1', false],
    ['radio', 'r', '2', true],
    ['checkbox', 'c', 'x', false],
    ['text', 'e-day', '', false],
    ['select', 's', 'p', false],
  ])
  expect(formsIn(apart).map(({ action, buttons }) => [action, buttons.map(({ name }) => name)])).toEqual([['/g', ['text', 'go']]])
})

test('a form is filled in the same way each time, and keeps its sealed field', () => {
  const [form] = formsIn(page)
  if (!form) throw new Error('no form')
  const filled = (seed: string): string => sent(fillByChance(form, randomFrom(seed), '2026-12-01T10:30:00Z')).toString()
  const seeds = Array.from({ length: 50 }, (_, i) => String(i))
  expect(seeds.map(filled)).toEqual(seeds.map(filled))
  expect(new Set(seeds.map(filled)).size).toBeGreaterThan(20)
  expect(seeds.map(filled).filter((text) => !text.startsWith('so-far=S'))).toEqual([])
  expect(sent(fillAt(form, 7)).toString()).toBe('so-far=S&r=2&c=x&go=on')
})

test('the first place that differs is shown', () => {
  expect(firstDifference('abcd', 'abXd', 1)).toEqual(['at 2', '- "bc"', '+ "bX"'])
})

test('of two packages the files that differ are named', () => {
  const zip = (b: string): Buffer => Buffer.from(zipSync({ 'a.xml': Buffer.from('same'), 'b.xml': Buffer.from(b) }))
  expect(placesOf(zip('one'), zip('two'))).toEqual(['in b.xml', 'at 0', '- "one"', '+ "two"'])
})
