import { type Piece, type Side, sentencesOf } from '../../domain/concerns/redaction.ts'
import { command, type Work } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { type ConcernKey, openTexts, type SealedFault } from './sealed.ts'

/** What is in the open beside the words. */
export type Plainly = { town: string | null; sector: string | null; state: string; outcome: string | null; partners: readonly string[] }
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
  const { number, received_at, town, sector, state, outcome } = await tx
    .selectFrom('concern')
    .select(['number', 'received_at', 'town', 'sector', 'state', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const shares = await tx
    .selectFrom('concern_share')
    .innerJoin('partner', 'partner.id', 'concern_share.partner_id')
    .select('partner.name')
    .distinct()
    .where('concern_id', '=', id)
    .execute()
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
    plainly: { town, sector, state, outcome, partners: shares.map(({ name }) => name) },
  }
}

const pieceOf = (id: string, side: Side, at: Date | null, asked: string | null, text: string): Piece => ({
  ...{ id, side, asked, at: at && instantOf(at) },
  sentences: sentencesOf(text.trim()),
})

/** What the desk wrote: replies that went out, and what stays inside. */
const sealedPieces = async ({ tx, now }: Work, concern: string, number: number, key: ConcernKey): Promise<Piece[]> => {
  const replies = await tx.selectFrom('concern_reply').selectAll().where('concern_id', '=', concern).orderBy('at').execute()
  const notes = await tx.selectFrom('concern_note').selectAll().where('concern_id', '=', concern).orderBy('at').execute()
  const offers = await tx.selectFrom('concern_offer').selectAll().where('concern_id', '=', concern).orderBy('at').execute()
  const shares = await tx.selectFrom('concern_share').selectAll().where('concern_id', '=', concern).orderBy('at').execute()
  const rows = [
    ...replies.map((row) => {
      const went = !row.taken_back_at && row.goes_at.getTime() <= now.epochMilliseconds
      return { ...row, kind: 'reply' as const, side: went ? ('to-them' as const) : ('inside' as const) }
    }),
    ...notes.map((row) => ({ ...row, kind: 'note' as const, side: 'inside' as const })),
    ...offers.map((row) => ({ ...row, sealed: row.summary, kind: 'summary' as const, side: 'inside' as const })),
    ...offers.map((row) => ({ ...row, sealed: row.reason, kind: 'reason' as const, side: 'inside' as const })),
    ...shares.map((row) => ({ ...row, kind: 'share' as const, side: 'inside' as const })),
  ]
  return rows.flatMap(({ id, at, sealed, kind, side }) => {
    const text = sealed && key.openText(kind, id, sealed)
    return text ? [pieceOf(`${number}-${kind}-${id.slice(0, 8)}`, side, at, null, text)] : []
  })
}
