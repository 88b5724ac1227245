import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { finishErasing } from '../../src/commands/erasing/erase.ts'
import { raise, receivingDesk, someReport } from '../support/concerns.ts'
import { openTestDesk } from '../support/desk.ts'
import { phrases } from '../support/key-holders.ts'

/*
 * Kills a process at a random moment while it seals anew what came and erases what is due, and looks at what is left: each concern is there and
 * opens, or it is gone with its key, and says so once.
 */

export type ErasingCounted = { rounds: number; erased: number; there: number; half: string[] }

const child = fileURLToPath(new URL('./erasing-child.ts', import.meta.url))

export const erasingKills = async (rounds: number, each = 12, random = Math.random): Promise<ErasingCounted> => {
  const desk = await openTestDesk()
  const { anna, intake } = await receivingDesk(desk)
  const counted: ErasingCounted = { rounds: 0, erased: 0, there: 0, half: [] }
  const { host, port, database } = desk.database.connect
  const { retentionRules, partnership } = desk.parts.pack
  const given = {
    connect: { host, port, database, user: 'waymark_jobs', password: desk.database.passwordOf('waymark_jobs') },
    data: desk.data,
    holder: anna.person,
    phrase: phrases.first,
    rules: { retentionRules, partnership },
  }
  const all: string[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      for (let at = 0; at < each; at++) {
        const { id } = await raise(desk, intake, { report: someReport(`Number ${all.length}.`) })
        all.push(id)
        if (at % 3 === 0) await desk.as(anna, readConcern, { concern: id })
        if (at % 2 === 0)
          await desk.owner
            .updateTable('concern')
            .set({ state: 'closed', outcome: 'not-enough', closed_at: new Date(Date.now() - 200 * 24 * 3_600_000) })
            .where('id', '=', id)
            .execute()
      }
      const running: ChildProcess = fork(child, {
        env: { ...process.env, DRILL: JSON.stringify({ ...given, first: round % 2 ? 'sweep' : 'erase' }) },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      const ended = once(running, 'exit')
      let said = ''
      running.stderr?.on('data', (text: Buffer) => {
        said += text
      })
      await Promise.race([once(running, 'message'), ended])
      await pause(100 + random() * 700)
      running.kill('SIGKILL')
      const [code, signal] = (await ended) as [number | null, string | null]
      // One that ended by itself was not killed, and proves nothing.
      if (signal !== 'SIGKILL') throw new Error(`the process ended by itself (${code}): ${said}`)
      counted.rounds += 1
      counted.half.push(...(await halfIn(desk, anna, all)))
    }
    await finishErasing({ db: desk.jobsRole, dataKeys: desk.parts.dataKeys })
    for (const id of all) {
      const there = await desk.owner.selectFrom('concern').select('id').where('id', '=', id).execute()
      const entries = await desk.owner
        .selectFrom('audit')
        .select('seq')
        .where('verb', '=', 'erase-concern')
        .where('object_id', '=', id)
        .execute()
      const told = await desk.owner.selectFrom('erasure').select('id').where('id', '=', id).execute()
      const gone = desk.parts.dataKeys.erased().has(id)
      if (there.length) counted.there += 1
      else counted.erased += 1
      const whole = there.length ? !gone && !entries.length && !told.length : gone && entries.length === 1 && told.length === 1
      if (!whole || (gone && desk.parts.dataKeys.sealedTo(id) !== null)) counted.half.push(id)
    }
  } finally {
    await intake.close()
    await desk.close()
  }
  return counted
}

/** What is neither to be read nor said to be erased, at the moment of the kill. */
const halfIn = async (
  desk: Awaited<ReturnType<typeof openTestDesk>>,
  anna: { signIn: string },
  all: readonly string[],
): Promise<string[]> => {
  const half: string[] = []
  for (const id of all) {
    const read = await desk.as(anna, readConcern, { concern: id })
    const fine =
      'done' in read ? read.done.texts.every(({ kind }) => kind === 'report') : read.fault === 'not-found' || read.fault === 'erased'
    const said = desk.parts.dataKeys.erased().has(id)
    if (!fine || ('done' in read && said) || ('fault' in read && !said)) half.push(`${id} ${JSON.stringify(read)}`)
  }
  return half
}
