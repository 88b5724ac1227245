/** Seals anew and erases, over and over, until it is killed (erasing.ts). */
import pg from 'pg'
import { eraseDue, finishErasing, retentionIn } from '../../src/commands/erasing/erase.ts'
import { sweepKeys } from '../../src/commands/key-life/sweep-keys.ts'
import { dataKeys } from '../../src/store/keys/data-keys.ts'
import { deskKeys } from '../../src/store/keys/desk-keys.ts'
import { isFault } from '../../src/store/keys/fault.ts'
import { readAs } from '../../src/store/read-as.ts'
import { tablesOf } from '../../src/store/store.ts'

const given = JSON.parse(process.env.DRILL ?? '') as {
  connect: pg.ClientConfig
  data: string
  holder: string
  phrase: string
  /** What it begins with: a kill shortly after meets that. */
  first: 'sweep' | 'erase'
  rules: Parameters<typeof retentionIn>[0]['pack']
}
const db = tablesOf(new pg.Pool({ ...given.connect, types: readAs }))
const keys = deskKeys(`${given.data}/keys`, null)
const opened = await keys.ring.open(given.holder, given.phrase)
if (isFault(opened)) throw new Error(opened.fault)
const now = () => Temporal.Now.instant()
keys.keep(opened, { holder: given.holder, signIn: '' }, now())
const parts = { keys, dataKeys: dataKeys(`${given.data}/keys/concerns`), now, pack: given.rules }
process.send?.('begun')
for (let round = 0; ; round++) {
  if (given.first === 'sweep' || round) await sweepKeys({ db, parts })
  await finishErasing({ db, dataKeys: parts.dataKeys })
  await eraseDue({ db, dataKeys: parts.dataKeys, retention: retentionIn(parts), now: now(), timezone: 'Europe/London' })
}
