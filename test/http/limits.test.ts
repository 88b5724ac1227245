import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { usualLimits } from '../../src/web/http/gate.ts'
import { headerFaults } from './fair.ts'
import { ask, post, withServer } from './support.ts'

const few = { ...usualLimits, forms: { most: 5, seconds: 10 }, pause: 50 }
const running = withServer({ served: { gate: { hops: 1, limits: few } } })

const search = (from: string) => post(running().port, '/search', { q: 'hotel' }, { 'x-forwarded-for': from })

test('whoever sends too many forms is told so in words, with when to come again; pages and others go on', async () => {
  for (let sent = 0; sent < 5; sent += 1) expect((await search('203.0.113.7')).status).toBe(200)
  const refused = await search('192.0.2.1, 203.0.113.7')
  expect(refused.status).toBe(429)
  expect(refused.headers['cache-control']).toBe('no-store')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(10)
  expect(headerFaults({ status: 429, header: (name) => refused.headers[name]?.toString(), body: refused.text })).toEqual([])
  expect(refused.text).toContain(running().locale.t('error.busy'))
  expect(refused.text).toContain('href="tel:999"')
  expect((await search('203.0.113.8')).status).toBe(200)
  for (let asked = 0; asked < 50; asked += 1)
    expect((await ask(running().port, '/get-help', { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(200)
})

test('slow bodies of one network take the place of no one else', async () => {
  const { port } = running()
  const head = 'POST /search HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.1\r\nContent-Length: 99\r\n'
  const type = 'Content-Type: application/x-www-form-urlencoded\r\n\r\n'
  const slow = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => {}))
  for (const socket of slow) socket.resume().write(`${head}${type}q=`)
  const times: number[] = []
  for (let asked = 0; asked < 20; asked += 1) {
    const began = performance.now()
    expect((await ask(port, '/get-help')).status).toBe(200)
    times.push(performance.now() - began)
  }
  expect((await search('198.51.100.2')).status).toBe(200)
  for (const socket of slow) socket.destroy()
  expect(times.sort((a, b) => a - b)[10]).toBeLessThan(50)
})
