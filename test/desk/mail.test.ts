import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openMailer } from '../../src/jobs/mail/mailer.ts'
import { usualPace } from '../../src/jobs/queues.ts'
import { readEnvironment } from '../../src/processes/environment.ts'
import { mailServer, textOf } from '../support/mail-server.ts'

/* A mail server in each of the ways in which it can fail, and what is made of it: a code, with nothing of whom the mail was to. */

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const times = { connect: 300, greet: 300, silent: 300 }
const letter = { to: 'ida@example.org', subject: 'Your invitation', text: 'Hello Ida,\n\nhttps://desk.example.org/desk/invited/abc' }
const send = (url: string, more = letter) =>
  openMailer({ url, from: 'Desk <desk@example.org>', name: 'desk.example.org' }, times)
    .send(more)
    .catch((error: { fault?: string; message: string }) => ({ fault: error.fault, said: error.message }))

const served = async (options: Parameters<typeof mailServer>[0] = {}) => {
  const server = await mailServer(options)
  closing.push(server.close)
  return server
}

/** Something that listens and is no mail server. */
const listening = async (heard: (server: Server) => void = () => {}): Promise<string> => {
  const server = createServer((socket) => void socket.on('error', () => {}).resume())
  heard(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a mail goes out as plain text, to one address, from nobody’s machine', async () => {
  const server = await served()
  expect(await send(server.url)).toBe('sent')
  const [mail = ''] = server.mails
  expect(textOf(mail)).toContain('https://desk.example.org/desk/invited/abc')
  expect(mail).toContain('Auto-Submitted: auto-generated')
  expect(mail).toContain('Content-Type: text/plain')
  expect(mail).not.toMatch(/X-Mailer|text\/html|multipart/i)
})

test('what somebody typed as a name or an address sends to nobody else, and adds no line to the head', async () => {
  const to: string[] = []
  const server = await served({
    onRcptTo: ({ address }, _, done) => {
      to.push(address)
      done()
    },
  })
  await send(server.url, { ...letter, to: 'ida@example.org,other@example.org' })
  await send(server.url, { ...letter, subject: 'One\r\nBcc: other@example.org' })
  expect(to).not.toContain('other@example.org')
  for (const mail of server.mails) expect(mail).not.toMatch(/^Bcc:/im)
})

const full = Object.assign(new Error('mailbox of ida@example.org is full'), { responseCode: 452 })
const unknown = Object.assign(new Error('no ida@example.org here'), { responseCode: 550 })

test.each([
  ['down', async () => 'smtp://127.0.0.1:1', { fault: 'mail-unreachable' }],
  ['no such host', async () => 'smtp://nowhere.invalid:25', { fault: 'mail-unreachable' }],
  ['silent from the start', () => listening(), { fault: 'mail-slow' }],
  [
    'silent after its greeting',
    () => listening((server) => server.on('connection', (socket) => socket.write('220 mail\r\n'))),
    { fault: 'mail-slow' },
  ],
  [
    'something else',
    () => listening((server) => server.on('connection', (socket) => socket.end('HTTP/1.1 400\r\n\r\n'))),
    { fault: 'mail-unreachable' },
  ],
  ['not now', async () => (await served({ onRcptTo: (_, __, done) => done(full) })).url, { fault: 'mail-later' }],
  [
    'wants another login',
    async () => (await served({ onAuth: (_, __, done) => done(new Error('no')) })).url.replace('//', '//a:b@'),
    { fault: 'mail-login' },
  ],
  ['a certificate that nobody vouches for', async () => (await served({ disabledCommands: [] })).url, { fault: 'mail-tls' }],
])('%s: it is tried again, and nothing but a code is kept', async (_, url, { fault }) => {
  const found = await send(await url())
  expect(found).toEqual({ fault, said: fault })
})

test('an address that is refused for good is not tried again', async () => {
  expect(await send((await served({ onRcptTo: (_, __, done) => done(unknown) })).url)).toBe('refused')
})

test('to another host a mail goes encrypted, or not at all', async () => {
  const server = await served()
  // A name of this machine that is not one of those that need no network.
  expect(await send(server.url.replace('127.0.0.1', '127.0.0.2').replace('127.0.0.2', '[::ffff:127.0.0.1]'))).toEqual({
    fault: 'mail-tls',
    said: 'mail-tls',
  })
  expect(server.mails).toEqual([])
})

test('a mail is tried for about a day, never longer than four hours apart', () => {
  const { first, longest, times } = usualPace.mail
  // By pg-boss 12: between half and all of this, by chance.
  const most = Array.from({ length: times }, (_, at) => Math.min(longest, first * 2 ** (at + 1)))
  const hours = most.reduce((sum, pause) => sum + pause, 0) / 3600
  expect(hours / 2).toBeGreaterThan(12)
  expect(hours).toBeLessThan(36)
})

test('settings of mail: both or none, and a password is never printed', () => {
  const faults = (env: Record<string, string>) => {
    const read = readEnvironment(env)
    return 'faults' in read ? read.faults : []
  }
  expect(
    faults({ SMTP_URL: 'smtps://u:p@mail.example.org', SMTP_FROM: 'Desk <desk@example.org>', AUDIT_HEAD_TO: 'a@example.org' }),
  ).toEqual([])
  expect(faults({ SMTP_URL: 'smtps://u:p@mail.example.org' })).toEqual([expect.stringContaining('SMTP_FROM=: write')])
  expect(faults({ SMTP_FROM: 'desk@example.org' })).toEqual([expect.stringContaining('SMTP_URL=: write')])
  expect(faults({ AUDIT_HEAD_TO: 'desk@example.org' })).toEqual([expect.stringContaining('SMTP_URL=: write')])
  const [fault = ''] = faults({ SMTP_URL: 'http://u:hunter2@mail.example.org', SMTP_FROM: 'desk@example.org' })
  expect(fault).toContain('SMTP_URL')
  expect(fault).not.toContain('hunter2')
  expect(faults({ SMTP_URL: 'smtp://localhost', SMTP_FROM: 'a@example.org\r\nBcc: b@example.org' })).toHaveLength(1)
})
