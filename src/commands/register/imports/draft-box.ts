import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { heaviestSheet } from '../../../domain/register/sheet/sheet.ts'

/*
 * A file between its steps. It lies in the database, packed and sealed under a key that was made for it and that the page has, alone: who has the
 * database, or a backup, reads nothing of it; and who has the page has sent the file (docs/decisions/0059-imports.md).
 */

const [nonceLength, tagLength] = [12, 16]

export const sealedDraft = async (file: Uint8Array, key: Buffer, id: string): Promise<Buffer> => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
  const body = [cipher.update(await promisify(gzip)(file, { level: 1 })), cipher.final()]
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body])
}

/** Null: not this key, or not as it was sealed. */
export const openedDraft = async (bytes: Buffer, key: Buffer, id: string): Promise<Buffer | null> => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
    const packed = Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()])
    return await promisify(gunzip)(packed, { maxOutputLength: heaviestSheet + 1 })
  } catch {
    return null
  }
}
