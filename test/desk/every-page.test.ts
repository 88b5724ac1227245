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

test('no answer of the desk may be kept by a browser or on its way, and each has the headers of safety', async () => {
  const faults: string[] = []
  for (const { path, show, send } of deskPages) {
    await someoneElse()
    for (const cookie of ['', all.cookie]) {
      const asked = [...(show ? [await ask(path, { cookie })] : []), ...(send ? [await ask(path, { cookie, form: { key: 'x' } })] : [])]
      for (const { status, headers } of asked) {
        if (status >= 500) faults.push(`${path}: ${status}`)
        if (headers.get('cache-control') !== 'no-store') faults.push(`${path}: ${status} ${headers.get('cache-control')}`)
        for (const [name, value] of Object.entries(safetyHeaders))
          if (headers.get(name) !== value) faults.push(`${path}: ${status} ${name}`)
      }
    }
  }
  expect(faults).toEqual([])
})

test('no cookie is set before someone begins to sign in, on whatever page they come', async () => {
  const faults: string[] = []
  for (const { path } of deskPages.filter(({ show }) => show))
    for (const cookie of ['', 'waymark-desk=a-token-that-nobody-has']) {
      const answer = await ask(path, { cookie })
      // One that opens nothing may be taken away.
      const set = answer.headers.getSetCookie().filter((line) => !/^[\w-]+=;/.test(line))
      if (set.length) faults.push(`${path}: ${set.join()}`)
    }
  expect(faults).toEqual([])
})

test('a form of the desk is taken from its own pages alone', async () => {
  const forms = deskPages.filter(({ send }) => send)
  expect(forms.length).toBeGreaterThan(10)
  for (const { path } of forms)
    for (const origin of ['https://elsewhere.example', 'null'])
      expect((await ask(path, { cookie: all.cookie, form: { key: crypto.randomUUID() }, origin })).status, path).toBe(403)
})

test('every page that is seen signed in has a way to sign out, and a password is never shown as it is typed', async () => {
  let seen = 0
  for (const { path, show, open } of deskPages) {
    if (!show) continue
    const answer = await ask(path, { cookie: all.cookie })
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await answer.text()
    expect(html, path).not.toMatch(/<input(?=[^>]*name="[^"]*(?:password|passphrase)[^"]*")(?![^>]*type="password")/)
    if (open || answer.status !== 200) continue
    seen += 1
    expect(html, path).toMatch(
      /<form[^>]*action="\/desk\/sign-out"[^>]*method="post"|<form[^>]*method="post"[^>]*action="\/desk\/sign-out"/,
    )
  }
  expect(seen).toBeGreaterThan(10)
})

test('a form with something wrong says so in the title, first in its page, and brings the script that takes the focus there', async () => {
  let seen = 0
  for (const { path, send } of deskPages) {
    if (!send) continue
    await someoneElse()
    const answer = await ask(path, { cookie: all.cookie, form: { key: crypto.randomUUID() } })
    if (answer.status < 400 || !answer.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await answer.text()
    const summary = html.includes('class="govuk-error-summary"')
    if (html.includes('class="govuk-error-message"')) expect(summary, path).toBe(true)
    expect(html.includes('<title>Error: '), path).toBe(summary)
    expect(/<script src="[^"]*\/errors\./.test(html), path).toBe(summary)
    if (!summary) continue
    seen += 1
    expect(answer.status, path).toBe(400)
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
