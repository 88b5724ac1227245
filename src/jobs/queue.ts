import type pg from 'pg'
import { fromKysely, PgBoss, type Db as QueueDb } from 'pg-boss'
import type { Job } from '../commands/parts.ts'
import type { Tx } from '../store/store.ts'
import { failureOf, JobFault } from './fault.ts'
import { mailQueue, type Pace, type Schedule, scheduledQueue, usualPace } from './queues.ts'

/** What comes of a job that was done: a code that the pack has a sentence for, and nothing of what it is about. */
export type Outcome = { code: string } | { failed: string }

export type Work = {
  mail(mail: string, about: string): Promise<Outcome>
  scheduled: Readonly<Record<string, { when: Schedule; run(): Promise<Outcome> }>>
}

export type Queue = {
  /** Puts a job into the queue within the transaction of a change: it is there once the change is kept, and never if it is undone. */
  send(tx: Tx, job: Job): Promise<void>
  /** The same for a job that follows from another. `id`: the same one is queued once. */
  sendMail(mail: string, about: string, id?: string): Promise<void>
  /** Begins to work. Until then jobs wait. */
  begin(work: Work): Promise<void>
  /** Has the queue been reached of late? */
  alive(): boolean
  close(): Promise<void>
}

type Parts = {
  pool: pg.Pool
  timezone: string
  tell(sentence: string): void
  /** An error that no job should end with. */
  failed?(job: string, error: unknown): void
  /** Ms that count evenly. */
  elapsed?: () => number
  pace?: Partial<Pace>
}

/** Not reached for this long, in ms, the queue counts as dead. */
const dead = 60_000
/** Between two tries to begin, in ms. */
const again = 5_000
/** A process that ends gives its jobs so long, in ms; what is not done by then is done by the next. */
const grace = 1_500

/** pg-boss over role `waymark_jobs`, which can work the queue and make no table. Its queues are there when this resolves. */
export const openQueue = async ({
  pool,
  timezone,
  tell,
  failed = () => {},
  elapsed = () => performance.now(),
  pace = {},
}: Parts): Promise<Queue> => {
  const { poll, mail, monitor } = { ...usualPace, ...pace }
  let reached = elapsed()
  const db: QueueDb = {
    executeSql: async (text, values) => {
      // Of several statements in one text there are several results, and each is wanted.
      const result = await pool.query(text, values)
      reached = elapsed()
      return result
    },
  }
  const boss = new PgBoss({
    db,
    migrate: false,
    createSchema: false,
    // Only an owner may rebuild an index.
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: monitor,
    monitorIntervalSeconds: monitor,
    cronMonitorIntervalSeconds: Math.min(30, monitor),
    cronWorkerIntervalSeconds: Math.min(5, monitor),
  })
  let told = -again
  boss.on('error', () => {
    // While the database is away each poll fails, and it is told elsewhere that it is. The queue goes on by itself.
    if (elapsed() - told < dead) return
    told = elapsed()
    tell('The queue of jobs could not reach the database. It tries again by itself.')
  })
  await boss.start()
  await boss.createQueue('mail', mailQueue(mail))
  await boss.updateQueue('mail', mailQueue(mail))
  let closed = false

  /** Ends a job for good, or has it tried again; pg-boss would keep the whole of an error, in which there may be an address. */
  const resultOf = async (job: string, id: string, run: () => Promise<Outcome>) => {
    try {
      const outcome = await run()
      return 'failed' in outcome
        ? ({ id, status: 'deadletter', output: { code: outcome.failed } } as const)
        : ({ id, status: 'completed', output: outcome } as const)
    } catch (error) {
      if (!(error instanceof JobFault)) failed(job, error)
      return { id, status: 'failed', output: { code: failureOf(error) } } as const
    }
  }

  const work = async (given: Work): Promise<void> => {
    const options = { pollingIntervalSeconds: poll, perJobResults: true, batchSize: 1 } as const
    await boss.work<{ mail: string; about: string }>('mail', options, async (jobs) =>
      Promise.all(jobs.map(async ({ id, data }) => resultOf('mail', id, () => given.mail(data.mail, data.about)))),
    )
    for (const [name, { when, run }] of Object.entries(given.scheduled)) {
      await boss.createQueue(name, scheduledQueue)
      await boss.work(name, options, async (jobs) => Promise.all(jobs.map(({ id }) => resultOf(name, id, run))))
      await boss.schedule(name, when, null, { tz: timezone, missed: 'once' })
    }
  }

  return {
    send: async (tx, job) => void (await boss.insert('mail', [{ data: dataOf(job) }], { db: fromKysely(tx as never) })),
    sendMail: async (mail, about, id) => void (await boss.insert('mail', [{ data: { mail, about }, ...(id ? { id } : {}) }])),
    begin: async (given) => {
      // Workers go on by themselves; the few statements with which they begin may find the database away.
      while (!closed) {
        try {
          return await work(given)
        } catch {
          tell('The jobs could not begin: the database did not answer. They are tried again in some seconds.')
          await boss.offWork('mail').catch(() => {})
          for (const name of Object.keys(given.scheduled)) await boss.offWork(name).catch(() => {})
          await new Promise((resolve) => setTimeout(resolve, again).unref())
        }
      }
    },
    alive: () => elapsed() - reached < dead,
    close: async () => {
      closed = true
      await boss.stop({ graceful: true, timeout: grace, close: false })
    },
  }
}

/** What a job is about, by an id alone: whoever reads the queue learns nothing. */
const dataOf = (job: Job): { mail: string; about: string } => {
  const { mail } = job
  if (mail === 'invitation') return { mail, about: job.invitation }
  if (mail === 'shift-asked') return { mail, about: job.shift }
  return { mail, about: job.swap }
}
