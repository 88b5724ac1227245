import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ask, withServer } from './support.ts'

const running = withServer()

/** Sends a head, then 5,000 bytes each 100 ms; reads what is answered meanwhile, or at the end, as a slow phone line does. `open`: for how many ms. */
const sendSlowly = async (
  head: readonly string[],
  pieces: number,
  reading: 'meanwhile' | 'at the end',
): Promise<{ answer: string; open: number }> => {
  const socket = connect(running().port, '127.0.0.1')
  const from = performance.now()
  const closed = new Promise<number>((resolve) => socket.on('close', () => resolve(performance.now() - from)))
  let answer = ''
  socket.on('error', () => {})
  socket.on('data', (data) => {
    answer += data
  })
  if (reading === 'at the end') socket.pause()
  socket.write(`${[...head, `host: ${running().host}`].join('\r\n')}\r\n\r\n`)
  for (let sent = 0; sent < pieces; sent += 1) {
    await wait(100)
    if (socket.writable) socket.write('a'.repeat(5000))
  }
  socket.resume()
  socket.setTimeout(500, () => socket.destroy())
  return { open: await closed, answer }
}

const form = 'content-type: application/x-www-form-urlencoded'

// Beside one another: nearly all of it is to wait.
test.concurrent.each([
  ['too large', ['POST /search HTTP/1.1', form, 'content-length: 70000'], '413'],
  ['of another site', ['POST /search HTTP/1.1', form, 'origin: https://elsewhere.example', 'content-length: 70000'], '403'],
  ['for an address that is none', ['POST /nothing HTTP/1.1', form, 'content-length: 70000'], '404'],
  ['by a method that is not taken', ['POST /signs HTTP/1.1', form, 'content-length: 70000'], '405'],
  ['for a file', ['POST /resources/nothing.pdf HTTP/1.1', form, 'content-length: 70000'], '404'],
])('whoever is still sending when a request %s is refused gets the page', async (_, head, status) => {
  const { answer } = await sendSlowly(head, 14, 'at the end')
  expect(answer.split(' ')[1]).toBe(status)
  expect(answer).toContain('</html>')
})

test.concurrent('whoever goes on sending for ever is let go two seconds after the answer', async () => {
  const { answer, open } = await sendSlowly(['POST /nothing HTTP/1.1', form, 'content-length: 20000000'], 40, 'meanwhile')
  expect(answer.split(' ')[1]).toBe('404')
  expect(open).toBeGreaterThan(1500)
  expect(open).toBeLessThan(3500)
})

test.each([
  ['/signs/%63heck', 405],
  ['/signs/./check', 405],
  ['/x/../pathway', 405],
])('a form is answered at its address as it is written: POST %s gives %d', async (path, status) => {
  const { status: given } = await ask(running().port, path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(given).toBe(status)
})
