import type { ZodType } from 'zod'
import type { WordId } from '../../content/word-ids.ts'
import { mostSealed, type Sealer } from './seal.ts'

/** What a page carried, opened; or a sentence that says what to do where nobody can go on from there. */
export type Opened<Carried> = { carried: Carried } | { refused: WordId }

/**
 * What travels from page to page of a form, in one hidden field: sealed in the page, or kept elsewhere with the field as its key. Nothing
 * of it is in an address or a cookie.
 */
export type Carrier<Carried> = {
  /** The text of the hidden field for what is carried on. */
  keep(carried: Carried): string | Promise<string>
  open(field: string): Opened<Carried> | Promise<Opened<Carried>>
  /** Bytes of JSON that it carries at most, where what is carried travels in the page itself. */
  most?: number
}

/** The hidden field in which it travels. */
export const carriedField = 'so-far'

/** Sealed in the page: nothing has to be waited for. */
export type SealedCarrier<Carried> = { keep(carried: Carried): string; open(field: string): Opened<Carried>; most: number }

/**
 * Sealed in the page: the server's memory holds nothing. `purpose` names the form and the version of what it carries, so that a field of
 * another one says nothing here.
 */
export const sealedCarrier = <Carried>(
  sealer: Sealer,
  purpose: string,
  { read, write = (carried) => carried }: { read(opened: unknown): Opened<Carried>; write?(carried: Carried): unknown },
): SealedCarrier<Carried> => ({
  keep: (carried) => sealer.seal(write(carried), purpose),
  open: (field) => read(sealer.open(field, purpose)),
  most: mostSealed,
})

/** Reads by a schema; all else is lost. */
export const readWithSchema =
  <Carried>(schema: ZodType<Carried>) =>
  (opened: unknown): Opened<Carried> => {
    const read = schema.safeParse(opened)
    return read.success ? { carried: read.data } : { refused: 'check.lost' }
  }
