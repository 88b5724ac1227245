import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { chainReader } from '../../src/domain/audit/chain.ts'
import { attached, withOwner } from '../../src/store/attach.ts'
import { entriesOf } from '../../src/store/audit/entries.ts'
import { countReports, reportEnv, reportUntilAnswered, takeReports } from './reports.ts'

/*
 * Kills a process of a whole Waymark at a random moment, again and again, while forms are being sent; then counts. Each form is sent until
 * its answer comes: whoever has an answer must find what they sent, once, and the audit must have one line for it.
 */

const victims = ['all', 'desk', 'database', 'site'] as const
type Victim = (typeof victims)[number]

export type Counted = {
  rounds: Record<Victim, number>
  /** Forms that were answered, and how many of them are not there, or are there twice. */
  acknowledged: number
  lost: number
  doubled: number
  /** Entries of the audit that say so, and what is wrong with the chain. */
  entries: number
  fault: string | null
  /** From the kill until the desk answers again, in ms. */
  back: number[]
}

/** What is sent, until it is answered; and what is counted then. */
type Work = {
  env?: Record<string, string>
  /** Once all is ready; `link`: of the first administrator. */
  begin(run: { data: string; url: string | undefined; at: readonly string[]; link(): Promise<string> }): Promise<() => Promise<string>>
  /** `verb`: of the audit's line for each. */
  count(client: pg.Client, sent: readonly string[], data: string): Promise<{ lost: number; doubled: number; verb: string }>
}

type Parts = {
  data: string
  /** Invitations at the desk, where it is not said. */
  work?: Work
  rounds: number
  writers: number
  /** One for each instance. */
  ports: readonly [number, ...number[]]
  /** A server of PostgreSQL that somebody else runs, and the folder of its files. */
  server?: { url: string; cluster: string } | undefined
  random?: () => number
}

const program = fileURLToPath(new URL('../../bin/waymark.cjs', import.meta.url))

export const killRounds = async ({
  data,
  work = invitations,
  rounds,
  writers,
  ports,
  server,
  random = Math.random,
}: Parts): Promise<Counted> => {
  const counted: Counted = {
    rounds: { desk: 0, database: 0, site: 0, all: 0 },
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    entries: 0,
    fault: null,
    back: [],
  }
  const cluster = server?.cluster ?? join(data, 'store/cluster')
  const at = ports.map((port) => `http://127.0.0.1:${port}`)
  let said = ''
  const begin = (port: number): ChildProcess => {
    const child = start(data, port, server?.url, work.env)
    child.stdout?.on('data', (text: Buffer) => {
      said += text
    })
    return child
  }
  const sites = ports.map(begin)
  const allReady = (most: number): Promise<unknown> => Promise.all(at.map((one) => ready(one, most)))
  await allReady(60_000)
  // Of several instances the last to start has the link that holds.
  const link = () => until(() => [...said.matchAll(/\/desk\/first\/([\w-]{43})/g)].at(-1)?.[1], 5000)
  const send = await work.begin({ data, url: server?.url, at, link }).catch((error: unknown) => {
    for (const site of sites) site.kill('SIGTERM')
    throw error
  })
  const stop = new AbortController()
  const sent: string[] = []
  const writing = Array.from({ length: writers }, async () => {
    while (!stop.signal.aborted) {
      sent.push(await send())
    }
  })
  const failed = Promise.all(writing)
  failed.catch(() => stop.abort())
  try {
    for (let round = 0; round < rounds; round++) {
      await Promise.race([pause(100 + random() * 500), failed])
      const victim = victims[round % victims.length] ?? 'all'
      counted.rounds[victim] += 1
      // Of several instances one, and now and then all.
      const chosen = victim === 'all' ? sites.map((_, which) => which) : [round % sites.length]
      const began = performance.now()
      for (const which of chosen) kill(victim, sites[which] as ChildProcess, cluster)
      if (victim === 'site' || victim === 'all') for (const which of chosen) sites[which] = begin(ports[which] ?? 0)
      await allReady(30_000)
      counted.back.push(Math.round(performance.now() - began))
    }
  } finally {
    stop.abort()
  }
  await failed
  await count(counted, work, sent, data, server?.url)
  for (const site of sites) site.kill('SIGTERM')
  await Promise.all(sites.map((site) => site.exitCode ?? site.signalCode ?? once(site, 'exit')))
  return counted
}

const start = (data: string, port: number, url?: string, more: Record<string, string> = {}): ChildProcess => {
  const { DATABASE_URL: _, ...env } = process.env
  return spawn(process.execPath, [program, 'serve'], {
    env: { ...env, PORT: String(port), WAYMARK_DATA: data, WAYMARK_PREMAKE: 'off', ...more, ...(url ? { DATABASE_URL: url } : {}) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

const until = async <T>(ask: () => T | undefined | Promise<T | undefined>, most: number): Promise<T> => {
  for (const began = performance.now(); performance.now() - began < most; await pause(20)) {
    const value = await ask()
    if (value !== undefined) return value
  }
  throw new Error(`waited ${most} ms in vain`)
}

const ready = (at: string, most: number): Promise<true> =>
  until(async () => {
    const answer = await fetch(`${at}/readyz`).catch(() => null)
    await answer?.arrayBuffer().catch(() => {})
    return answer?.status === 200 ? true : undefined
  }, most)

/** The first administrator comes; their cookie. */
const come = async (link: string): Promise<string> => {
  const body = new URLSearchParams({ name: 'Mina Footbridge', email: 'mina@example.org', partner: 'watford' })
  const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`nobody could come: ${answer.status}`)
  return cookie
}

/** The same form, with the same key, until it is answered. */
const sendUntilAnswered = async (at: readonly string[], cookie: string, email: string): Promise<void> => {
  const body = new URLSearchParams({ key: randomUUID(), name: 'Ida Towpath', email, partner: 'watford', roles: 'practitioner' })
  for (let tries = 0, began = performance.now(); performance.now() - began < 60_000; tries++, await pause(30)) {
    // As a proxy does: to another instance, where one does not answer.
    const answer = await fetch(`${at[tries % at.length]}/desk/people/invite`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie },
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null)
    const text = await answer?.text().catch(() => null)
    if (!answer || text === null || answer.status >= 500) continue
    const to = answer.headers.get('location')
    if (answer.status < 400 && !to?.includes('sign-in')) return
    throw new Error(`a form was answered with ${answer.status} ${to ?? ''}`)
  }
  throw new Error('a form was not answered within a minute')
}

const kill = (victim: Victim, site: ChildProcess, cluster: string): void => {
  const desk = childrenOf(site.pid ?? 0).filter((pid) => commandOf(pid).includes('--only desk'))
  const database = postmasters(cluster)
  const of: Record<Victim, number[]> = {
    desk,
    database,
    site: [site.pid ?? 0],
    all: [site.pid ?? 0, ...desk, ...database.flatMap((pid) => [pid, ...childrenOf(pid)])],
  }
  for (const pid of of[victim]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {}
  }
}

const processes = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger)

const childrenOf = (parent: number): number[] =>
  processes().filter((pid) => {
    try {
      return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) === parent
    } catch {
      return false
    }
  })

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** PostgreSQL of this folder, and of no other. */
const postmasters = (cluster: string): number[] =>
  processes().filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster && commandOf(pid).includes('/postgres ')
    } catch {
      return false
    }
  })

const count = (counted: Counted, work: Work, sent: readonly string[], data: string, url: string | undefined): Promise<void> =>
  attached({ data, url, tell: () => {} }, (connect) =>
    withOwner(connect, async (client) => {
      const { lost, doubled, verb } = await work.count(client, sent, data)
      Object.assign(counted, { acknowledged: sent.length, lost, doubled })
      const reader = chainReader((bytes) => createHash('sha256').update(bytes).digest('hex'))
      for await (const entry of entriesOf(client)) {
        const fault = reader.take(entry)
        if (fault && !counted.fault) counted.fault = JSON.stringify(fault)
        if (entry.verb === verb) counted.entries += 1
      }
    }),
  )

/** Administrators invite people. */
const invitations: Work = {
  begin: async ({ at, link }) => {
    const cookie = await come(`${at[0]}/desk/first/${await link()}`)
    return async () => {
      const email = `${randomUUID()}@example.org`
      await sendUntilAnswered(at, cookie, email)
      return email
    }
  },
  count: async (client, sent) => {
    const { rows } = await client.query<{ email: string; times: number }>(
      'select email, count(*)::int as times from profile group by email',
    )
    const times = new Map(rows.map(({ email, times }) => [email, times]))
    return {
      lost: sent.filter((email) => !times.has(email)).length,
      doubled: rows.filter(({ times }) => times > 1).length,
      verb: 'invite-person',
    }
  },
}

/** The public reports what they saw. */
export const reporting: Work = {
  env: reportEnv,
  begin: async ({ data, url, at }) => {
    await attached({ data, url, tell: () => {} }, (connect) => withOwner(connect, takeReports))
    return () => reportUntilAnswered(at)
  },
  count: countReports,
}
