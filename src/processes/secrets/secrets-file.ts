import { z } from 'zod'
import { readPrivate } from '../../store/files/private-file.ts'
import { type Replacing, replaceFile } from '../../store/files/replace-file.ts'
import type { Secret } from '../../web/forms/secrets.ts'

/** `made`: when, as its machine's clock had it, in ms. */
export type DatedSecret = Secret & { made: number }

const shape = z.strictObject({
  secrets: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[0-9a-f]{8}$/),
        made: z.iso.datetime(),
        secret: z.string().regex(/^[\w-]{43}$/),
      }),
    )
    .min(1),
})

/** More than this is no file of ours. */
const largest = 64 * 1024

/** What whoever runs the site must put right before it can start. */
export class SecretsFault extends Error {}

/** `stamp`: changes whenever the file does. */
export type SecretsFile = { stamp: string | null; secrets: readonly DatedSecret[]; broken: boolean }

const unreadable = (file: string, code: string): string =>
  `${file} cannot be read (${code}). The user that runs Waymark must own this file, and its mode must be 600. Change the owner, or delete the file: Waymark makes a new one at the next start.`

/** The secrets in a file, oldest first. One that was cut short, on a full disk or as the power went, is broken; one that others may have read, or that cannot be read, is refused. */
export const readSecrets = (file: string): SecretsFile => {
  const read = readPrivate(file, largest)
  if ('fault' in read) {
    throw new SecretsFault(
      read.fault === 'readable-by-others'
        ? `${file} can be read by others. Delete it: Waymark makes a new one at the next start.`
        : unreadable(file, read.code),
    )
  }
  const { stamp, bytes } = read
  if (stamp === null) return { stamp, secrets: [], broken: false }
  const secrets = bytes && parse(bytes.toString('utf8'))
  return { stamp, secrets: secrets ?? [], broken: !secrets }
}

const parse = (text: string): DatedSecret[] | null => {
  try {
    const { secrets } = shape.parse(JSON.parse(text))
    return secrets.map(({ id, made, secret }) => ({ id, made: Date.parse(made), bytes: Buffer.from(secret, 'base64url') }))
  } catch {
    return null
  }
}

const format = (secrets: readonly DatedSecret[]): string => {
  const rows = secrets.map(({ id, made, bytes }) => ({
    id,
    made: new Date(made).toISOString(),
    secret: Buffer.from(bytes).toString('base64url'),
  }))
  return `${JSON.stringify({ secrets: rows }, null, 2)}\n`
}

/** Replaces the file as a whole with what `change` makes of it; null: leave it. */
export const changeSecrets = (
  file: string,
  change: (before: SecretsFile) => readonly DatedSecret[] | null,
  how: Replacing,
): Promise<void> =>
  replaceFile(
    file,
    () => {
      const secrets = change(readSecrets(file))
      return secrets && format(secrets)
    },
    how,
  )
