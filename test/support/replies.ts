import { randomUUID } from 'node:crypto'
import { seal } from '../../src/store/seal/seal.ts'
import { publicKey } from '../../src/store/seal/suite.ts'
import type { TestDesk } from './desk.ts'

/** A reply as the desk writes it, sealed for whoever has the concern's code. `goes`: when it can be read; without it, since a minute. */
export const replyTo = async (
  { owner }: TestDesk,
  concern: string,
  text: string,
  { goes = Temporal.Now.instant().subtract({ minutes: 1 }), madeBy }: { goes?: Temporal.Instant; madeBy?: string } = {},
): Promise<string> => {
  const { reply_key, owner_id } = await owner
    .selectFrom('concern')
    .select(['reply_key', 'owner_id'])
    .where('id', '=', concern)
    .executeTakeFirstOrThrow()
  if (!reply_key) throw new Error('the concern has no code')
  const id = randomUUID()
  const forReporter = await seal(Buffer.from(text), publicKey(reply_key), { kind: 'reply', id })
  if (forReporter === 'too-large') throw new Error(forReporter)
  await owner
    .insertInto('concern_reply')
    .values({
      ...{ id, concern_id: concern, made_by: madeBy ?? owner_id, goes_at: new Date(goes.epochMilliseconds) },
      ...{ sealed: Buffer.alloc(40), for_reporter: Buffer.from(forReporter) },
    })
    .execute()
  return id
}
