import type { Server } from 'node:http'
import type { Finding } from '../content/finding.ts'
import { errorsOf } from '../content/findings.ts'
import type { Pack } from '../content/pack.ts'
import type { Log } from '../web/http/log.ts'
import { buildStamp, packNamed } from './read-pack.ts'

/** Node's own listeners, which hold the connections. */
const own = new Set<string | symbol>(['connection', 'listening', 'error'])

/** Has a server that listens answer as another one does, from the next request on. Connections stay, and answers that have begun are finished as they began. */
export const takeOver = (listening: Server, next: Server): void => {
  for (const event of next.eventNames()) {
    if (own.has(event)) continue
    listening.removeAllListeners(event)
    for (const listener of next.listeners(event)) listening.on(event, listener as (...args: unknown[]) => void)
  }
}

/**
 * What SIGHUP does: reads the pack anew and has it served by `serve`. A pack with faults, and one of which pages cannot be made, is refused in
 * one line, and the site goes on with the one it has. So it is after a build of other code: that asks for a restart.
 */
export const reloader = (id: string, log: Log, serve: (pack: Pack) => void): (() => Promise<void>) => {
  const code = buildStamp()?.code.bytes
  const keep = (why: string): void => log.error({}, `The new content was rejected, so the site is still using the content it had: ${why}`)
  return async () => {
    try {
      if (buildStamp()?.code.bytes !== code) return keep('the program has been rebuilt. Restart it.')
      const pack = await packNamed(id, (_, findings) => keep(firstOf(findings)))
      if (!pack) return
      serve(pack)
      log.info({}, `The site now uses the new content of "${id}".`)
    } catch (error) {
      keep(error instanceof Error ? error.message : String(error))
    }
  }
}

const firstOf = (findings: readonly Finding[]): string => {
  const [first, ...others] = errorsOf(findings)
  if (!first) return 'part of the pack is missing.'
  const more = others.length ? ` There are ${others.length} more: run \`npx waymark check\`.` : ''
  return `${first.file}:${first.line}  ${first.found}. ${first.instead}${more}`
}
