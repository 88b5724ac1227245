import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { roles } from '../../src/domain/access/roles.ts'
import { deskPages } from '../../src/web/desk/registry.ts'
import { safetyHeaders } from '../../src/web/http/headers.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'

/* What holds of every page of the desk, whatever it is about. */

let desk: ServedDesk
/** Holds every role. Someone else for each page: some end the sign-in that asks. */
let all: Somebody
const someoneElse = async (): Promise<void> => {
  all = await desk.somebody([...roles])
}
beforeAll(async () => {
  desk = await serveTestDesk()
}, 60_000)
beforeEach(someoneElse)
afterAll(() => desk.stop())

/** Its address, with somebody who is there in place of each part that is not fixed. */
const addressOf = (path: string): string => path.replace(/:[a-z]+/gi, all.person)

type Asking = { cookie?: string; form?: Record<string, string>; origin?: string }
const ask = (path: string, { cookie = '', form, origin = desk.at }: Asking): Promise<Response> =>
  fetch(`${desk.at}${addressOf(path)}`, {
    redirect: 'manual',
    headers: { cookie, connection: 'close', ...(form ? { origin } : {}) },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })

type Answer = { path: string; open: boolean; posted: boolean; signedIn: boolean; status: number; headers: Headers; html: string }
/** What every page answers to nobody and to somebody who may do all, looked at and sent a form with nothing in it: asked once for all tests. */
const answers: Answer[] = []
beforeAll(async () => {
  for (const { path, show, send, open = false } of deskPages) {
    await someoneElse()
    for (const cookie of ['', all.cookie])
      for (const posted of [...(show ? [false] : []), ...(send ? [true] : [])]) {
        const answer = await ask(path, { cookie, ...(posted ? { form: { key: crypto.randomUUID() } } : {}) })
        const { status, headers } = answer
        const isPage = headers.get('content-type')?.startsWith('text/html')
        const html = isPage ? await answer.text() : ''
        if (!isPage) await answer.body?.cancel()
        answers.push({ path, open: Boolean(open), posted, signedIn: cookie !== '', status, headers, html })
      }
  }
}, 120_000)

test('no answer of the desk may be kept by a browser or on its way, and each has the headers of safety', () => {
  expect(answers.length).toBeGreaterThan(2 * deskPages.length)
  const faults = answers.flatMap(({ path, status, headers }) => [
    ...(status >= 500 ? [`${path}: ${status}`] : []),
    ...(headers.get('cache-control') === 'no-store' ? [] : [`${path}: ${status} ${headers.get('cache-control')}`]),
    ...Object.entries(safetyHeaders).flatMap(([name, value]) => (headers.get(name) === value ? [] : [`${path}: ${status} ${name}`])),
  ])
  expect(faults).toEqual([])
})

test('no cookie is set before someone begins to sign in, on whatever page they come', async () => {
  const seen: Pick<Answer, 'path' | 'headers'>[] = answers.filter(({ posted, signedIn }) => !posted && !signedIn)
  for (const { path } of deskPages.filter(({ show }) => show))
    seen.push({ path, headers: (await ask(path, { cookie: 'waymark-desk=a-token-that-nobody-has' })).headers })
  // One that opens nothing may be taken away.
  const setBy = ({ headers }: Pick<Answer, 'headers'>) => headers.getSetCookie().filter((line) => !/^[\w-]+=;/.test(line))
  expect(seen.flatMap((answer) => (setBy(answer).length ? [`${answer.path}: ${setBy(answer).join()}`] : []))).toEqual([])
})

test('a form of the desk is taken from its own pages alone', async () => {
  const forms = deskPages.filter(({ send }) => send)
  expect(forms.length).toBeGreaterThan(10)
  for (const { path } of forms)
    for (const origin of ['https://elsewhere.example', 'null'])
      expect((await ask(path, { cookie: all.cookie, form: { key: crypto.randomUUID() }, origin })).status, path).toBe(403)
})

test('every page that is seen signed in has a way to sign out, and a password is never shown as it is typed', () => {
  const pages = answers.filter(({ posted, signedIn, html }) => !posted && signedIn && html)
  for (const { path, html } of pages)
    expect(html, path).not.toMatch(/<input(?=[^>]*name="[^"]*(?:password|passphrase)[^"]*")(?![^>]*type="password")/)
  const seen = pages.filter(({ open, status }) => !open && status === 200)
  for (const { path, html } of seen)
    expect(html, path).toMatch(
      /<form[^>]*action="\/desk\/sign-out"[^>]*method="post"|<form[^>]*method="post"[^>]*action="\/desk\/sign-out"/,
    )
  expect(seen.length).toBeGreaterThan(10)
})

test('a form with something wrong says so in the title, first in its page, and brings the script that takes the focus there', () => {
  let seen = 0
  for (const { path, status, html } of answers.filter(
    ({ posted, signedIn, status, html }) => posted && signedIn && status >= 400 && html,
  )) {
    const summary = html.includes('class="govuk-error-summary"')
    if (html.includes('class="govuk-error-message"')) expect(summary, path).toBe(true)
    expect(html.includes('<title>Error: '), path).toBe(summary)
    expect(/<script src="[^"]*\/errors\./.test(html), path).toBe(summary)
    if (!summary) continue
    seen += 1
    expect(status, path).toBe(400)
    expect(html, path).toMatch(/<main [^>]*>(?:<p class="brand">.*?<\/p>)?<div class="govuk-error-summary"/s)
  }
  expect(seen).toBeGreaterThan(8)
})

test('a record of a check with nothing in it says so before the fact', async () => {
  const facts = await (await ask('/desk/facts', { cookie: all.cookie })).text()
  const path = /href="(\/desk\/facts\/[\w-]+\/[\w-]+)"/.exec(facts)?.[1] ?? ''
  const html = await (await ask(path, { cookie: all.cookie, form: { key: crypto.randomUUID() } })).text()
  expect(html).toMatch(/<title>Error: /)
  expect(html).toMatch(/<main [^>]*><div class="govuk-error-summary"/)
})
