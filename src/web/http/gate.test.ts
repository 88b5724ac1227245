import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type GateLimits, openGate } from './gate.ts'
import { silent } from './log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const limits: GateLimits = {
  forms: { most: 5, seconds: 10 },
  uploads: { most: 2, seconds: 60 },
  atOnce: { forms: 4, uploads: 1, all: 6 },
  pause: 0,
}

const opened = (hops = 1, warn = vi.fn()) => {
  const refused: [status: number, seconds: number][] = []
  const gate = openGate({
    hops,
    limits,
    uploads: new Set(['/upload']),
    log: { ...silent, warn },
    refuse: (_request, response, status, seconds) => {
      refused.push([status, seconds])
      response.emit('close')
    },
  })
  /** Sends one; `end` ends it. */
  const send = async (from: string, { url = '/search', method = 'POST' } = {}): Promise<{ passed: boolean; end(): void }> => {
    const headers = { 'x-forwarded-for': from }
    const response = new EventEmitter()
    const request = { method, url, headers, socket: { remoteAddress: '127.0.0.1' } } as unknown as IncomingMessage
    let passed = false
    gate(request, response as ServerResponse, () => {
      passed = true
    })
    await vi.advanceTimersByTimeAsync(10)
    return { passed, end: () => void response.emit('close') }
  }
  const sendAndEnd = async (...asked: Parameters<typeof send>): Promise<boolean> => {
    const { passed, end } = await send(...asked)
    end()
    return passed
  }
  return { send, sendAndEnd, refused, warn }
}

test('so many of one network in so many seconds; others, and pages, go on', async () => {
  const { sendAndEnd, refused } = opened()
  for (let sent = 0; sent < 5; sent += 1) expect(await sendAndEnd('203.0.113.7')).toBe(true)
  expect(await sendAndEnd('203.0.113.7')).toBe(false)
  expect(refused).toEqual([[429, 10]])
  expect(await sendAndEnd('203.0.113.8')).toBe(true)
  expect(await sendAndEnd('203.0.113.7', { method: 'GET', url: '/get-help' })).toBe(true)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await sendAndEnd('203.0.113.7')).toBe(true)
})

test('forms with files are fewer', async () => {
  const { sendAndEnd, send, refused } = opened()
  const url = '/upload'
  const first = await send('2001:db8::1', { url })
  expect(await sendAndEnd('2001:db8::2', { url: '/upload?x' })).toBe(false)
  first.end()
  expect(await sendAndEnd('2001:db8::2', { url })).toBe(true)
  expect(await sendAndEnd('2001:db8::2', { url })).toBe(false)
  expect(refused).toEqual([
    [429, 10],
    [429, 60],
  ])
  expect(await sendAndEnd('2001:db8::2')).toBe(true)
})

test('so many at one time: of one network, and of all', async () => {
  const { send, refused } = opened()
  const open = await Promise.all(Array.from({ length: 4 }, () => send('203.0.113.7')))
  expect(open.map(({ passed }) => passed)).toEqual([true, true, true, true])
  expect((await send('203.0.113.7')).passed).toBe(false)
  await send('203.0.113.8')
  await send('203.0.113.9')
  expect((await send('203.0.113.10')).passed).toBe(false)
  expect(refused).toEqual([
    [429, 10],
    [503, 10],
  ])
  open[0]?.end()
  expect((await send('203.0.113.10')).passed).toBe(true)
})

test('where a proxy that nobody has told of speaks for everybody nobody is refused, and that is said once', async () => {
  const { sendAndEnd, refused, warn } = opened(0)
  for (let sent = 0; sent < 20; sent += 1) expect(await sendAndEnd('203.0.113.7')).toBe(true)
  expect(refused).toEqual([])
  expect(warn).toHaveBeenCalledTimes(1)
  expect(JSON.stringify(warn.mock.calls)).not.toContain('203.0.113.7')
})
