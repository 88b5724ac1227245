import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { heaviestSheet } from '../../../domain/register/sheet/sheet.ts'
import { command, ofMyself } from '../../command.ts'
import { at } from '../../instant.ts'
import { isUuid } from '../../uuid.ts'

/*
 * A file between its steps. It lies in the database, packed and sealed under a key that was made for it and that the page has, alone: who has the
 * database, or a backup, reads nothing of it; and who has the page has sent the file (docs/decisions/0059-imports.md).
 */

const life = Temporal.Duration.from({ hours: 1 })
const [nonceLength, tagLength] = [12, 16]

/** Keeps a file for an hour, in place of the one before. Gives what a page carries along: where it lies, and what opens it. */
export const keepDraft = command<{ file: Uint8Array }, { ticket: string }, never>({
  verb: 'keep-draft',
  needs: { action: 'add', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, viewer }, { file }) => {
    const [id, key] = [randomUUID(), randomBytes(32)]
    await tx.deleteFrom('import_draft').where('person_id', '=', viewer.person).execute()
    await tx
      .insertInto('import_draft')
      .values({ id, sealed: await sealed(file, key, id) })
      .execute()
    return { done: { ticket: `${id}.${key.toString('base64url')}` }, entry: null }
  },
})

/** The file of a ticket. `gone`: an hour is over, it is done, or another one was sent since. */
export const openDraft = command<{ ticket: string }, { file: Buffer }, 'gone'>({
  verb: 'read-draft',
  needs: { action: 'read', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, now }, { ticket }) => {
    const [id = '', key = ''] = ticket.split('.')
    if (!isUuid(id)) return { fault: 'gone' }
    const row = await tx
      .selectFrom('import_draft')
      .select('sealed')
      .where('id', '=', id)
      .where('made_at', '>', at(now.subtract(life)))
      .executeTakeFirst()
    const file = row ? await opened(row.sealed, Buffer.from(key, 'base64url'), id) : null
    return file ? { done: { file }, entry: null } : { fault: 'gone' }
  },
})

/** Takes away the file that somebody will not import after all. */
export const dropDraft = command<Record<string, never>, null, never>({
  verb: 'drop-draft',
  needs: { action: 'add', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    await tx.deleteFrom('import_draft').where('person_id', '=', viewer.person).execute()
    return { done: null, entry: null }
  },
})

const sealed = async (file: Uint8Array, key: Buffer, id: string): Promise<Buffer> => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
  const body = [cipher.update(await promisify(gzip)(file, { level: 1 })), cipher.final()]
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body])
}

const opened = async (bytes: Buffer, key: Buffer, id: string): Promise<Buffer | null> => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
    const packed = Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()])
    return await promisify(gunzip)(packed, { maxOutputLength: heaviestSheet + 1 })
  } catch {
    return null
  }
}
