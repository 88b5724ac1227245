import pg from 'pg'

type Parts = {
  /** How the role of jobs reaches the database. */
  connect: pg.ClientConfig
  /** What is to be done when something came or changed. */
  work(): Promise<unknown>
  tell(sentence: string): void
  /** Between two tries to listen again, in ms. */
  again?: number
}

/** Longer than this, in ms, a connection that fell silent is not trusted: the database is asked whether it is still there. */
const quiet = 30_000

/**
 * Listens on a connection of its own to what the database says of concerns (`waymark_concern`), and works at once. What comes while it works is
 * done after, once for all of it. What is lost while it is not connected is caught by the job of each minute.
 */
export const watchConcerns = ({ connect, work, tell, again = 5_000 }: Parts): { close(): Promise<void> } => {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let working: Promise<void> | null = null
  let more = false
  const go = (): void => {
    if (working) {
      more = true
      return
    }
    working = (async () => {
      do {
        more = false
        // What failed is tried again within a minute, by the job.
        await work().catch(() => tell('Concerns that wait could not be looked for at once. They are looked for each minute.'))
      } while (more && !closed)
      working = null
    })()
  }
  const lost = (): void => {
    if (closed || timer) return
    const old = client
    client = undefined
    old?.end().catch(() => {})
    timer = setTimeout(() => {
      timer = undefined
      void listen()
    }, again).unref()
  }
  const listen = async (): Promise<void> => {
    if (closed) return
    const fresh = new pg.Client({ ...connect, application_name: 'waymark concerns', connectionTimeoutMillis: 5_000, keepAlive: true })
    client = fresh
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', go)
    try {
      await fresh.connect()
      await fresh.query('listen waymark_concern')
      // What came before it listened.
      go()
    } catch {
      lost()
    }
  }
  const ask = setInterval(() => {
    client?.query('select 1').catch(lost)
  }, quiet).unref()
  void listen()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      clearInterval(ask)
      await client?.end().catch(() => {})
      await working
    },
  }
}
