import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { always, since } from '../../domain/time/validity.ts'
import { type FinishedPage, pageCache } from './page-cache.ts'

const clock = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Date.now())

/** Asks for `/page` and gives status, `max-age` and body as they are sent. */
const asking = (page: FinishedPage): (() => { status: number; maxAge: string | undefined; body: string }) => {
  const send = pageCache(new Map([['/page', page]]), clock)
  return () => {
    let [status, headers, body]: [number, string[], string] = [0, [], '']
    const response = {
      writeHead: (code: number, lines: string[]) => {
        status = code
        headers = lines
      },
      end: (bytes?: Buffer) => {
        body = String(bytes ?? '')
      },
    }
    send('/page', { method: 'GET', headers: {} } as IncomingMessage, response as unknown as ServerResponse)
    return { status, maxAge: /max-age=(\d+)/.exec(headers.join(' '))?.[1], body }
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 24, 8) })
})
afterEach(() => {
  vi.useRealTimers()
})
const wait = (seconds: number): void => {
  vi.setSystemTime(Date.now() + seconds * 1000)
}

test('a page that grows old says each second for how long it still holds, and is then made anew', () => {
  let made = 0
  const ask = asking({
    type: 'text/html',
    make: (now) => {
      made += 1
      return { body: `page ${made}`, valid: since(now, now.add({ seconds: 90 })) }
    },
  })
  expect(ask()).toEqual({ status: 200, maxAge: '60', body: 'page 1' })
  wait(29)
  expect(ask().maxAge).toBe('60')
  wait(31.5)
  expect(ask()).toEqual({ status: 200, maxAge: '29', body: 'page 1' })
  wait(29.4)
  expect(ask()).toEqual({ status: 200, maxAge: '0', body: 'page 1' })
  wait(0.1)
  expect(ask()).toEqual({ status: 200, maxAge: '60', body: 'page 2' })
})

test('a page that never changes is made once', () => {
  const make = vi.fn(() => ({ body: 'x', valid: always }))
  const ask = asking({ type: 'text/html', make })
  ask()
  wait(1e6)
  ask()
  wait(-2e6)
  expect(ask().maxAge).toBe('60')
  expect(make).toHaveBeenCalledTimes(1)
})

test('a page that is already old when it is made is not kept', () => {
  const ask = asking({ type: 'text/html', make: (now) => ({ body: 'x', valid: since(now, now.subtract({ seconds: 1 })) }) })
  expect(ask().maxAge).toBe('0')
})

test('a clock that ran ahead for one request leaves nothing behind', () => {
  const ask = asking({ type: 'text/html', make: (now) => ({ body: String(now), valid: since(now, now.add({ hours: 12 })) }) })
  wait(90 * 60)
  expect(ask().body).toBe('2026-11-24T09:30:00Z')
  wait(-90 * 60)
  expect(ask()).toEqual({ status: 200, maxAge: '60', body: '2026-11-24T08:00:00Z' })
})
