import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Locale } from '../context/types.ts'
import { type Accepted, acceptedBy } from './encoding.ts'
import type { Log } from './log.ts'

/** What is known of who asks, from the headers of the request alone. */
export type Reader = {
  /** The ways of compressing an answer that are taken. */
  accepts: Accepted
}

/** What every handler finds in its context. The desk adds the person who is signed in. */
export type AppEnv = {
  Bindings: HttpBindings
  Variables: {
    locale: Locale
    reader: Reader
    log: Log
    /** The site's own origin, where whoever runs it has said it. */
    origin: string | undefined
    /** The pattern of the address that answers (router.ts); `*` where none does. */
    route: string
    /** Set once something has gone wrong that the log has a line about. */
    request?: string
  }
}

export type AppContext = Context<AppEnv>
export type Handler = (c: AppContext) => Response | Promise<Response>

export const readerOf = (acceptEncoding: string | undefined): Reader => ({ accepts: acceptedBy(acceptEncoding) })
