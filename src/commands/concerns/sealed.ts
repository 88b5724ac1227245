import { type Added, addedSchema, type Report, reportSchema } from '../../domain/concerns/report.ts'
import { decrypt, encrypt } from '../../store/crypto/box.ts'
import { isFault } from '../../store/keys/fault.ts'
import type { Tx } from '../../store/store.ts'
import type { Work } from '../command.ts'
import type { Parts } from '../parts.ts'

/*
 * The words of a concern. What the site took in is sealed to the partnership's key; at its first opening it is sealed anew under a key of the
 * concern's own (store/keys/data-keys.ts), as is all that the desk writes. Both need the partnership's key to be open in this process.
 */

/** `key-closed`: nobody has opened the partnership's key. `erased`: its own key was destroyed. `damaged`: no key of ours opens it. */
export type SealedFault = 'key-closed' | 'erased' | 'damaged'

/** What something of a concern is, bound to the bytes with its id: a note opens as no reply. */
export type SealedKind =
  | 'text'
  | 'note'
  | 'reply'
  | 'summary'
  | 'reason'
  | 'share'
  | 'decision'
  | 'outcome'
  | 'identifier'
  | 'intelligence'
  | 'picture'
  | 'hold'

/** One concern's own key, held for as long as a command runs. */
export type ConcernKey = {
  seal(kind: SealedKind, id: string, content: string | Uint8Array): Buffer
  /** Null for what was changed, or is of something else. */
  open(kind: SealedKind, id: string, sealed: Uint8Array): Buffer | null
  openText(kind: SealedKind, id: string, sealed: Uint8Array): string | null
}

export const concernKey = async (
  { parts, now }: { parts: Pick<Parts, 'keys' | 'dataKeys'>; now: Temporal.Instant },
  concern: string,
): Promise<ConcernKey | { fault: SealedFault }> => {
  const opened = parts.keys.opened(now)
  const to = parts.keys.ring.receivingKey()
  if (!opened || isFault(to)) return { fault: 'key-closed' }
  const key = await parts.dataKeys.keyOf(concern, opened, to)
  if (key === 'erased') return { fault: 'erased' }
  if (!(key instanceof Uint8Array)) return { fault: key.fault === 'no-key' ? 'key-closed' : 'damaged' }
  const open: ConcernKey['open'] = (kind, id, sealed) => decrypt(key, sealed, [kind, concern, id])
  return {
    seal: (kind, id, content) => encrypt(key, typeof content === 'string' ? Buffer.from(content) : content, [kind, concern, id]),
    open,
    openText: (kind, id, sealed) => open(kind, id, sealed)?.toString('utf8') ?? null,
  }
}

export type OpenedText = { id: string; at: Date } & (
  | { kind: 'report'; report: Report }
  | { kind: 'added'; added: Added }
  | { kind: 'unreadable' }
)

/** All that the reporter wrote, the oldest first. What is still sealed as it came is sealed anew under the concern's own key. */
export const openTexts = async (
  work: Work,
  concern: string,
): Promise<{ texts: OpenedText[]; key: ConcernKey } | { fault: SealedFault }> => {
  const { tx } = work
  const key = await concernKey(work, concern)
  if ('fault' in key) return key
  const rows = await tx.selectFrom('concern_text').selectAll().where('concern_id', '=', concern).orderBy('at').execute()
  const texts: OpenedText[] = []
  for (const { id, at, kind, under, sealed } of rows) {
    const content = under === 'own' ? key.open('text', id, sealed) : await openReceived(work, id, sealed)
    if (!content) {
      texts.push({ id, at, kind: 'unreadable' })
      continue
    }
    if (under === 'receiving') await resealed(tx, id, key.seal('text', id, content))
    const read = parse(kind, content)
    texts.push({ id, at, ...read })
  }
  return { texts, key }
}

const openReceived = async ({ parts, now }: Work, id: string, sealed: Buffer): Promise<Buffer | null> => {
  const opened = await parts.keys.opened(now)?.open(sealed, { kind: 'concern', id })
  return opened && 'content' in opened ? Buffer.from(opened.content) : null
}

const resealed = (tx: Tx, id: string, sealed: Buffer) =>
  tx.updateTable('concern_text').set({ under: 'own', sealed }).where('id', '=', id).where('under', '=', 'receiving').execute()

const parse = (
  kind: 'report' | 'added',
  content: Buffer,
): { kind: 'report'; report: Report } | { kind: 'added'; added: Added } | { kind: 'unreadable' } => {
  try {
    const json = JSON.parse(content.toString('utf8')) as unknown
    return kind === 'report' ? { kind, report: reportSchema.parse(json) } : { kind, added: addedSchema.parse(json) }
  } catch {
    return { kind: 'unreadable' }
  }
}
