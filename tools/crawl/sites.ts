import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Checkout, command, packsOf, served } from './checkout.ts'
import { makeClient } from './client.ts'
import { askAsMachine } from './machine.ts'
import { normalBytes, normalText } from './normalise.ts'
import { askOddly } from './odd.ts'
import { followLinks } from './pages.ts'
import type { Recorder } from './record.ts'
import { fillForms, sendWrongSeals } from './visitor.ts'
import { askForPack, search } from './words.ts'

/** A Saturday night, when most lines are shut, and a Tuesday morning. */
const instants = ['2026-11-28T21:10:00Z', '2026-12-01T10:30:00Z'] as const

export type Crawl = { root: string; data: string; quick: boolean; recorder: Recorder; say(line: string): void }

/** Every site that a checkout ships, at each instant: served, served with its drafts, and, unless it is to be quick, written as files. */
export const crawlSites = async ({ root, data, quick, recorder, say }: Crawl): Promise<void> => {
  for (const pack of packsOf(root))
    for (const now of instants) {
      const checkout: Checkout = { root, data: join(data, pack), now, pack, press: !quick }
      const timed = async (site: string, act: () => Promise<void>): Promise<void> => {
        const [from, before] = [performance.now(), recorder.count()]
        await act()
        say(`${site}: ${recorder.count() - before} answers, ${((performance.now() - from) / 1000).toFixed(1)} s`)
      }
      // First: it makes every file to hand out, so that pages know from the start how large each is.
      if (!quick)
        await timed(`${pack} ${now} as files`, () => writtenSite(checkout, join(data, `site-${pack}-${now.slice(0, 10)}`), recorder))
      for (const demo of [false, true]) {
        const site = `${pack} ${now}${demo ? ' demo' : ''}`
        await timed(site, () =>
          served(checkout, demo ? ['--demo'] : [], (port) =>
            visit({ site, port, checkout, whole: !demo, first: now === instants[0], quick, recorder }),
          ),
        )
      }
    }
}

type Visit = { site: string; port: number; checkout: Checkout; whole: boolean; first: boolean; quick: boolean; recorder: Recorder }

/** `whole`: in every way; else the pages, and each form in few ways. `first`: what no clock can change is asked once. */
const visit = async ({ site, port, checkout, whole, first, quick, recorder }: Visit): Promise<void> => {
  const client = makeClient(site, port, recorder)
  const found = await followLinks(client, whole && !quick)
  const walks = whole ? (quick ? 20 : 300) : quick ? 0 : 20
  const sealed = await fillForms({ client, now: checkout.now, forms: found.forms, walks, steps: quick ? 8 : 14 })
  if (!whole) return
  await askAsMachine(client)
  await search(client, found.headings)
  if (quick && !first) return
  await sendWrongSeals(client, sealed)
  await askForPack(client, first && !quick)
  await askOddly(client, [...new Set([...found.forms.values()].flatMap((forms) => forms.map(({ action }) => action)))])
}

/** The site as files: each by its place, packed ones by what is in them. */
const writtenSite = async (checkout: Checkout, out: string, recorder: Recorder): Promise<void> => {
  await command(checkout, ['build', '--out', out])
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const place = file.slice(out.length).split(sep).join('/')
    const bytes = readFileSync(file)
    const [body, name] = place.endsWith('.br')
      ? [brotliDecompressSync(bytes), place.slice(0, -3)]
      : place.endsWith('.gz')
        ? [gunzipSync(bytes), place.slice(0, -3)]
        : [bytes, place]
    const type = /\.(?:pdf|docx|pptx|zip|png|woff2|jpg|webp|ico)$/.test(name) ? 'application/octet-stream' : 'text/plain'
    recorder.put(`${checkout.pack} ${checkout.now} file ${normalText(place)}`, { status: 200, headers: [], body: normalBytes(body, type) })
  }
}
