/**
 * What a line of the log may say besides its sentence. Nothing that a reader sent has a place here: no address that was asked for, no
 * query, header or body, and no network address.
 */
export type LogFields = {
  /** Names one request, so that lines about it are known to belong together. Made by this server. */
  request?: string
  method?: string
  /** The pattern of a route (`/openreferral/services/:id`); a finished page's own address, which is public. */
  route?: string
  status?: number
  /** Work beside requests, by the name that the code has for its kind. */
  job?: string
  /** A file that the pack names. */
  file?: string
  /** What went wrong, in words: only where nothing that somebody typed can be in them. */
  why?: string
  /** Only its class, its code and where it was thrown are written, never its message. */
  err?: unknown
}

type Say = (fields: LogFields, sentence: string) => void

/** Where faults and the life of the process are written down: a line each. */
export type Log = { info: Say; warn: Say; error: Say; fatal: Say }

const nothing: Say = () => {}
export const silent: Log = { info: nothing, warn: nothing, error: nothing, fatal: nothing }

/** What a fault of work says that is the same for everybody, as of a file of the pack: nobody's words are in it. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
