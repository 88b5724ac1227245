import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { stampOf } from '../../store/files/private-file.ts'
import type { Replacing } from '../../store/files/replace-file.ts'
import { fieldLife } from '../../web/forms/seal.ts'
import type { Secrets } from '../../web/forms/secrets.ts'
import { changeSecrets, type DatedSecret, readSecrets, SecretsFault, type SecretsFile } from './secrets-file.ts'

const day = 24 * 60 * 60 * 1000
/** A secret seals for so long; then the next one does. */
const turn = 30 * day
/** And opens for as long after that as anything it sealed can be current: a field's life either way, since clocks are set. */
const overlap = 2 * fieldLife * 1000
/** How often it is looked whether a new secret is due, or another process has made one. */
const everyMs = 10 * 60 * 1000

/** The secrets of a folder. Every process that shares the folder has the same. */
export type KeptSecrets = Secrets & {
  /** Looks again whether a new secret is due. */
  renew(): Promise<void>
  close(): void
}

type Parts = Replacing & {
  clock(): Temporal.Instant
  tell(line: string): void
}

/** What a file should hold now; null where it does. The order of secrets counts, not their dates: a clock may have been set. */
const due = (secrets: readonly DatedSecret[], now: number, next: () => DatedSecret): readonly DatedSecret[] | null => {
  const kept = secrets.filter((_, i) => !secrets.slice(i + 1).some(({ made }) => made + overlap < now))
  const newest = kept.at(-1)
  // One from the day after tomorrow was made while the clock was wrong: it would seal for years.
  if (!newest || newest.made + turn < now || newest.made - day > now) return [...kept, next()]
  return kept.length < secrets.length ? kept : null
}

/**
 * Opens `secrets` in the folder, makes it where it is not there, and turns the secrets over by age. A file that was cut short is replaced.
 * On a full disk forms work on, with the secrets that there are, or one that ends with the process. Throws a `SecretsFault` where somebody
 * must put something right first.
 */
export const openSecrets = async (folder: string, { clock, tell, write, patience }: Parts): Promise<KeptSecrets> => {
  const file = join(folder, 'secrets')
  let known: readonly DatedSecret[] = []
  /** Seals while there is none that could be written. */
  let unwritten: DatedSecret | null = null
  let stamp: string | null = null
  let told = ''
  const tellOnce = (line: string): void => {
    if (line !== told) tell(line)
    told = line
  }
  const now = (): number => clock().epochMilliseconds
  const fresh = (): DatedSecret => ({ id: randomBytes(4).toString('hex'), bytes: randomBytes(32), ...unwritten, made: now() })
  const take = (read: SecretsFile): void => {
    stamp = read.stamp
    if (read.secrets.length) known = read.secrets
  }

  const rewrite = async (): Promise<void> => {
    let broken = false
    const change = (before: SecretsFile): readonly DatedSecret[] | null => {
      broken = before.broken
      return due(before.secrets, now(), fresh)
    }
    await changeSecrets(file, change, { write, patience })
    take(readSecrets(file))
    told = ''
    if (broken)
      tell(
        `${file} was empty or cut short, perhaps because the disk was full. It has been replaced. Anyone who was filling in a form has to start again.`,
      )
  }

  const goOn = (code: string): void => {
    const until = known.length
      ? 'the secret they already have'
      : 'a secret that lasts until this process stops, and that no other process has'
    tellOnce(`${file} cannot be written (${code}): forms continue with ${until}. Waymark tries again every ten minutes.`)
  }

  const renew = async (): Promise<void> => {
    const read = readSecrets(file)
    take(read)
    if (!due(read.secrets, now(), fresh)) return
    try {
      await rewrite()
    } catch (error) {
      if (error instanceof SecretsFault) throw error
      const { code = String(error) } = error as NodeJS.ErrnoException
      if (code === 'ENOSPC' || code === 'EDQUOT') {
        if (!known.length) unwritten ??= fresh()
      } else if (!known.length) {
        throw new SecretsFault(
          `${file} cannot be written (${code}). Make the user that runs Waymark the owner of ${folder}, or set WAYMARK_DATA to a folder which that user owns.`,
        )
      }
      goOn(code)
    }
  }
  await renew()
  const timer = setInterval(() => void renew().catch((error: Error) => tellOnce(error.message)), everyMs).unref()

  const among = (id: string): DatedSecret | undefined =>
    known.find((secret) => secret.id === id) ?? (unwritten?.id === id ? unwritten : undefined)
  return {
    newest: () => {
      const newest = known.at(-1) ?? unwritten
      if (!newest) throw new Error('secrets were opened without one')
      return newest
    },
    withId: (id) => {
      const secret = among(id)
      if (secret) return secret
      // Another process may have made it. To ask when the file was written costs less than to open a field.
      try {
        if (stampOf(file) !== stamp) take(readSecrets(file))
      } catch {}
      return among(id)
    },
    renew,
    close: () => clearInterval(timer),
  }
}
