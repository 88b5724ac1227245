import { expect, test } from 'vitest'
import { attribute, elementsOf } from '../http/html.ts'
import { withServer } from '../http/support.ts'
import { everyPage } from './visit.ts'

const running = withServer()

/** Links that a browser follows by itself. */
const fetched = /\b(stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|manifest|prerender|apple-touch-icon)\b/
const attributes = ['src', 'srcset', 'poster', 'data', 'background', 'action', 'formaction', 'ping', 'xlink:href']

/** Addresses on a page that a browser asks for without being told to, or sends a form to. */
const askedBy = (html: string): string[] =>
  elementsOf(html).flatMap((element) => {
    const found = attributes.flatMap((name) => attribute(element, name) ?? [])
    const href = attribute(element, 'href') ?? ''
    if (element.tagName === 'link' && fetched.test(attribute(element, 'rel') ?? '')) found.push(href)
    if (['use', 'image'].includes(element.tagName) && href) found.push(href)
    if (element.tagName === 'meta' && /refresh/i.test(attribute(element, 'http-equiv') ?? ''))
      found.push(attribute(element, 'content') ?? '')
    return found
  })

/** On this host, or inside the file itself. */
const isHere = (address: string): boolean => /^\/(?!\/)|^data:/.test(address)

const styleAddresses = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/g)].map(([, url, imported]) => url ?? imported ?? '')

/** Ways for a script to ask, send or keep something. */
const means =
  /\b(?:fetch\s*\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeerConnection|import\s*\(|localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|caches\.|serviceWorker|new\s+(?:Image|Worker|Audio)\b)|https?:\/\//

/** What a reader sends anyway: a form, to where the form goes, which no page lets be another host. */
const sendsForm = /\bfetch\(([\w$]+)\.action,\s*\{\s*method:\s*"POST",\s*body:\s*new FormData\(\1\)\s*\}\)/g
/** And that it has ended, by the way out, to where the form goes as well (src/web/script/forget.ts). */
const endsForm = /\bnavigator\.sendBeacon\(([\w$]+)\.action,/g
const asksBy = (script: string): string[] =>
  [...script.replaceAll(sendsForm, '').replaceAll(endsForm, '').matchAll(new RegExp(means, 'g'))].map(([found]) => found)

test('no page asks another host for anything', async () => {
  let count = 0
  for (const [name, { text }] of await everyPage(running())) {
    const asked = askedBy(text)
    count += asked.length
    expect([name, asked.filter((address) => !isHere(address))]).toEqual([name, []])
  }
  expect(count).toBeGreaterThan(200)
})

test('no stylesheet asks another host, no script asks or keeps anything, or sends what its reader does not', () => {
  const files = running().locale.site.assets.all
  const [styles, scripts] = ['.css', '.js'].map((end) =>
    files.filter(({ path }) => path.endsWith(end)).map(({ bytes }) => bytes.toString()),
  )
  expect(Math.min(styles?.length ?? 0, scripts?.length ?? 0)).toBeGreaterThan(0)
  expect(styles?.flatMap(styleAddresses).filter((address) => !isHere(address))).toEqual([])
  expect(scripts?.flatMap(asksBy)).toEqual([])
})

test('no page has a script or style of its own, so the policy can forbid them', async () => {
  for (const [name, { text }] of await everyPage(running())) {
    const inline = elementsOf(text).filter(
      (e) =>
        e.tagName === 'style' ||
        e.attrs.some((a) => a.name === 'style' || /^on/.test(a.name) || /^\s*javascript:/i.test(a.value)) ||
        (e.tagName === 'script' && attribute(e, 'src') === undefined && attribute(e, 'type') !== 'application/ld+json'),
    )
    expect([name, inline.map((e) => e.tagName)]).toEqual([name, []])
  }
})

test.each([
  '<img src="https://example.org/a.png">',
  '<link rel="stylesheet" href="//example.org/a.css">',
  '<link rel="preconnect" href="https://example.org">',
  '<script src="https://example.org/a.js"></script>',
  '<form action="https://example.org/"></form>',
  '<iframe src="https://example.org/"></iframe>',
  '<svg><use href="https://example.org/a.svg#b"></use></svg>',
  '<meta http-equiv="refresh" content="0; url=https://example.org/">',
  '<a ping="https://example.org/">x</a>',
])('a page that asks another host is seen: %s', (html) => {
  expect(askedBy(html).filter((address) => !isHere(address))).toHaveLength(1)
})

test('a style or script that asks is seen', () => {
  expect(
    styleAddresses('a{background:url(https://example.org/a.png)} @import "//example.org/a.css";').filter((address) => !isHere(address)),
  ).toHaveLength(2)
  for (const script of [
    'fetch("/a")',
    'fetch(a.href,{method:"POST",body:new FormData(a)})',
    'fetch(a.action,{method:"POST",body:new FormData(b)})',
    'fetch(a.action,{method:"POST",body:new FormData(a)});fetch("/a")',
    'localStorage.a = 1',
    'navigator.sendBeacon("/a")',
    'document.cookie = "a"',
    'location = "https://example.org"',
  ])
    expect(asksBy(script)).toHaveLength(1)
  expect(asksBy('fetch(a.action,{method:"POST",body:new FormData(a)})')).toEqual([])
})
