import pg from 'pg'

/** What pg takes. */
export type Session = pg.ClientConfig

/** One connection for the length of what is done with it, with no limit of time of its own. */
export const withClient = async <T>(connect: Session, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ ...connect, application_name: 'waymark backup', statement_timeout: 0, connectionTimeoutMillis: 10_000 })
  // What is being asked hears of it; nothing else is to end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}
