import pg from 'pg'
import type { Connect } from './embedded/cluster.ts'
import { StoreFault } from './embedded/fault.ts'

const what = 'the address of a PostgreSQL server, such as postgres://waymark:password@localhost:5432/waymark'

/** Reads DATABASE_URL as pg does. The address itself is never said again: it holds a password. */
export const connectOf = (url: string): Connect => {
  if (!/^postgres(?:ql)?:\/\//.test(url)) throw new StoreFault('setting', `DATABASE_URL: write ${what}.`)
  try {
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url })
    if (user && database) return { host, port, user, password: password ?? '', database, ssl }
  } catch {}
  throw new StoreFault(
    'setting',
    `DATABASE_URL cannot be read: write ${what}. In a password, letters such as @ / : # are written as %40 %2F %3A %23.`,
  )
}

/** The other way, for a process that is given it in its environment. A socket's folder stands where a host would. */
export const urlOf = ({ host, port, user, password, database }: Connect): string => {
  const [name, secret, place, base] = [user, password, host, database].map(encodeURIComponent)
  return `postgres://${name}:${secret}@${place}:${port}/${base}`
}
