import { sql } from 'kysely'
import type { InsideKind, Piece, Side } from '../../domain/concerns/redaction.ts'
import { cutIntoSentences } from '../../format/sentences.ts'
import { command, type Work } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { type ConcernKey, openTexts, type SealedFault, type SealedKind } from './sealed.ts'

/** What is in the open beside the words. `pictures`: how many came with it; they are given apart, once somebody has looked at each. */
export type Plainly = { town: string | null; sector: string | null; partners: readonly string[]; pictures: number }
export type ForAccess = { id: string; number: number; received: Temporal.Instant; plainly: Plainly; pieces: readonly Piece[] }
export type Passages = {
  concerns: readonly ForAccess[]
  /** Numbers of other concerns that were asked for and are not there, or not to be seen. */
  missing: readonly number[]
}

/**
 * All that is kept in words about somebody, from one concern or several, in pieces to be redacted. `giving`: a file was made of it, which the
 * audit has as `export-concern`; else it was looked at.
 */
const passages = (verb: 'read-concern' | 'export-concern') =>
  command<{ concern: string; also: readonly number[] }, Passages, SealedFault>({
    verb,
    needs: { action: 'add', object: 'access-request' },
    about: aboutConcern,
    run: async (work, { concern, also }) => {
      const { tx } = work
      const others = also.length
        ? await tx.selectFrom('concern').select(['id', 'number']).where('number', 'in', also).where('id', '<>', concern).execute()
        : []
      const first = await tx.selectFrom('concern').select('number').where('id', '=', concern).executeTakeFirstOrThrow()
      const concerns: ForAccess[] = []
      for (const id of [concern, ...others.map((one) => one.id)]) {
        const one = await oneConcern(work, id)
        if ('fault' in one) return one
        concerns.push(one)
      }
      const found = new Set([first.number, ...others.map(({ number }) => number)])
      const done: Passages = { concerns, missing: also.filter((number) => !found.has(number)) }
      return { done, entry: concerns.map(({ id }) => ({ object: 'concern' as const, id })) }
    },
  })

export const readPassages = passages('read-concern')
export const exportConcern = passages('export-concern')

const oneConcern = async (work: Work, id: string): Promise<ForAccess | { fault: SealedFault }> => {
  const { tx } = work
  const opened = await openTexts(work, id)
  if ('fault' in opened) return opened
  const { texts, key } = opened
  const { number, received_at, town, sector } = await tx
    .selectFrom('concern')
    .select(['number', 'received_at', 'town', 'sector'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const shares = await tx
    .selectFrom('concern_share')
    .innerJoin('partner', 'partner.id', 'concern_share.partner_id')
    .select('partner.name')
    .distinct()
    .where('concern_id', '=', id)
    .execute()
  const pictures = await tx.selectFrom('concern_picture').select('id').where('concern_id', '=', id).execute()
  const theirs = texts.flatMap((text): Piece[] => {
    const piece = (at: number, asked: string | null, words: string): Piece =>
      pieceOf(`${number}-${text.id.slice(0, 8)}-${at}`, 'theirs', text.at, asked, words)
    if (text.kind === 'added') return [piece(0, null, text.added.text)]
    if (text.kind === 'unreadable') return []
    const { said, contact, pathway } = text.report
    const answers = [...said, ...(pathway ?? [])].map(({ asked, answer }): [string | null, string] => [asked, answer])
    const ways = contact ? [contact.way, contact.safe].filter(Boolean).map((words): [string | null, string] => [null, words]) : []
    return [...answers, ...ways].map(([asked, words], at) => piece(at, asked, words))
  })
  const ours = await sealedPieces(work, id, number, key)
  const pieces = [...theirs, ...ours].filter(({ sentences }) => sentences.length)
  return {
    ...{ id, number, received: instantOf(received_at), pieces },
    plainly: { town, sector, partners: shares.map(({ name }) => name), pictures: pictures.length },
  }
}

const pieceOf = (id: string, side: Side, at: Date | null, asked: string | null, text: string): Piece => ({
  ...{ id, side, asked, at: at && instantOf(at) },
  sentences: cutIntoSentences(text.trim(), 'en'),
})

/**
 * Where the desk keeps words of a concern besides what the reporter wrote: table, column of the time, column of the words, and what they were
 * sealed as. All stay inside but replies that went out. A new table with words is added here (test/desk/access.test.ts finds one that is not).
 */
export const inside: readonly { table: string; at: string; column: string; kind: SealedKind & InsideKind }[] = [
  { table: 'concern_note', at: 'at', column: 'sealed', kind: 'note' },
  { table: 'concern_offer', at: 'at', column: 'summary', kind: 'summary' },
  { table: 'concern_offer', at: 'at', column: 'reason', kind: 'reason' },
  { table: 'concern_share', at: 'at', column: 'sealed', kind: 'share' },
  { table: 'sharing_decision', at: 'asked_at', column: 'sealed', kind: 'decision' },
  { table: 'sharing_decision', at: 'asked_at', column: 'answer', kind: 'reason' },
  { table: 'share_answer', at: 'at', column: 'sealed', kind: 'share' },
  { table: 'choice_change', at: 'at', column: 'sealed', kind: 'note' },
  { table: 'concern_identifier', at: 'at', column: 'sealed', kind: 'identifier' },
  { table: 'concern_intelligence', at: 'at', column: 'sealed', kind: 'intelligence' },
  { table: 'concern_hold', at: 'at', column: 'sealed', kind: 'hold' },
]

const sealedPieces = async ({ tx, now }: Work, concern: string, number: number, key: ConcernKey): Promise<Piece[]> => {
  const replies = await tx.selectFrom('concern_reply').selectAll().where('concern_id', '=', concern).orderBy('at').execute()
  const pieces = replies.flatMap(({ id, at, sealed, goes_at, taken_back_at }): Piece[] => {
    const text = key.openText('reply', id, sealed)
    const went = !taken_back_at && goes_at.getTime() <= now.epochMilliseconds
    const piece = text && pieceOf(`${number}-reply-${id.slice(0, 8)}`, went ? 'to-them' : 'inside', at, null, text)
    return piece ? [went ? piece : { ...piece, kind: 'reply' }] : []
  })
  for (const { table, at, column, kind } of inside) {
    const { rows } = await sql<{ id: string; at: Date; sealed: Buffer | null }>`
      select id, ${sql.ref(at)} as at, ${sql.ref(column)} as sealed from ${sql.table(table)} where concern_id = ${concern}::uuid order by 2, 1`.execute(
      tx,
    )
    for (const row of rows) {
      const text = row.sealed && key.openText(kind, row.id, row.sealed)
      if (text) pieces.push({ ...pieceOf(`${number}-${column}-${row.id.slice(0, 8)}`, 'inside', row.at, null, wordsIn(text)), kind })
    }
  }
  return pieces
}

/** Some of it is written down as fields: their words, a line each. */
const wordsIn = (text: string): string => {
  if (!text.startsWith('{')) return text
  try {
    return stringsIn(JSON.parse(text)).join('\n')
  } catch {
    return text
  }
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.trim() ? [value] : []
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}
