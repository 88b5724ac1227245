import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Normal } from './normalise.ts'

/** One answer. `headers` is a place in the list of the record: few lists serve all answers. `body`: SHA-256 of its normal bytes. `sent`: what was filled in, for whoever reads it. */
export type Entry = { status: number; headers: number; body: string; size: number; sent?: string }

/** Answers by what was asked, in words: the site, its clock, method, address, and what was sent. */
export type CrawlRecord = { quick: boolean; headers: [string, string][][]; entries: Record<string, Entry> }

export type Recorder = { put(key: string, answer: Normal, sent?: string): void; count(): number; record(): CrawlRecord }

/** `bodies`: a folder that keeps every body once, packed, under its hash, so that a difference can be shown. */
export const makeRecorder = (quick: boolean, bodies?: string): Recorder => {
  const entries = new Map<string, Entry>()
  const lists = new Map<string, number>()
  if (bodies) mkdirSync(bodies, { recursive: true })
  return {
    put: (key, { status, headers, body }, sent) => {
      if (entries.has(key)) throw new Error(`asked twice: ${key}`)
      const list = JSON.stringify(headers)
      const place = lists.get(list) ?? lists.size
      lists.set(list, place)
      const hash = createHash('sha256').update(body).digest('hex')
      entries.set(key, { status, headers: place, body: hash, size: body.length, ...(sent ? { sent } : {}) })
      if (bodies && !existsSync(bodyFile(bodies, hash))) writeFileSync(bodyFile(bodies, hash), gzipSync(body, { level: 1 }))
    },
    count: () => entries.size,
    record: () => ({
      quick,
      headers: [...lists.keys()].map((list) => JSON.parse(list)),
      entries: Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  }
}

export const bodyFile = (folder: string, hash: string): string => join(folder, `${hash}.gz`)

/** One answer a line, so that any program shows what differs. */
export const recordText = ({ quick, headers, entries }: CrawlRecord): string => {
  const lines = (rows: readonly string[]): string => rows.join(',\n')
  return `{"quick":${quick},"headers":[\n${lines(headers.map((list) => JSON.stringify(list)))}\n],"entries":{\n${lines(
    Object.entries(entries).map(([key, entry]) => `${JSON.stringify(key)}:${JSON.stringify(entry)}`),
  )}\n}}\n`
}
