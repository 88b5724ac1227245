import type { Pack } from '../../content/pack.ts'
import { dayOf, type Validity } from '../../domain/time/validity.ts'
import { type CatalogueEntry, catalogueOf } from '../../press/catalogue/catalogue.ts'
import type { SitePress } from '../../press/run/site-press.ts'
import type { Edition, Format } from '../../press/shared/output.ts'
import { timedCache } from './timed-cache.ts'

/** What the site hands out as files: all that the press makes of its pack, for the facts of a day. */
export type Resources = {
  /** All that there is at an instant; another day's while that of its own day is being found out. */
  at(now: Temporal.Instant): readonly CatalogueEntry[]
  /** The same, found out beside all other work where nobody has found it out yet. */
  learn(now: Temporal.Instant): Promise<readonly CatalogueEntry[]>
  /** A file by its name, at an instant; null where there is none, undefined while it is not known what there is. Nobody waits for it. */
  named(file: string, now: Temporal.Instant): CatalogueEntry | null | undefined
  /** Bytes of a file; null while it is not made. */
  sizeOf(entry: CatalogueEntry): number | null
  /** Has a file made that is not there yet. Rejects where it cannot be made. */
  ensure(entry: CatalogueEntry): Promise<void>
  /** Takes away what was made long ago and is none of these. */
  tidy(current: readonly CatalogueEntry[]): void
  /** The file itself. Rejects where it cannot be made. */
  read(entry: CatalogueEntry): Promise<Uint8Array>
  /** How often the answer was one that will be another soon. A page that heard such an answer is not kept for long. */
  waits(): number
  /** How often it was asked what there is. A page that asked is of a day, as that is. */
  asks(): number
}

/** Media types by the ending of a file (IANA). */
export const mediaTypes: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
}

export const resourceAddress = (file: string): string => `/resources/${file}`

/** Files are of a day, by the partnership's clock, so that whoever asks twice on one day gets the same bytes. */
export const editionAt = (pack: Pack, origin: string, now: Temporal.Instant): Edition =>
  editionOn(dayOf(now, pack.partnership.timezone), origin)

const editionOn = ({ from }: Validity, origin: string): Edition => ({ now: Temporal.Instant.fromEpochMilliseconds(from), origin })

type Parts = { pack: Pack; origin: string; press: SitePress | null; files: ReadonlyMap<string, Uint8Array> | null }

/** Lists that are kept: of today, and of the day that a clock showed before it was set. */
const days = 2

/** `files`: those of a site that is written as files. */
export const makeResources = ({ pack, origin, press, files }: Parts): Resources => {
  const lists = timedCache<readonly CatalogueEntry[]>(days)
  let latest: readonly CatalogueEntry[] | undefined
  const editions = new WeakMap<CatalogueEntry, Edition>()
  let [waits, asks] = [0, 0]
  const wait = (): void => {
    if (press) waits += 1
  }
  const learning = new Map<string, Promise<readonly CatalogueEntry[]>>()
  const today = (now: Temporal.Instant): Validity => dayOf(now, pack.partnership.timezone)
  const listAt = (now: Temporal.Instant): readonly CatalogueEntry[] | undefined => lists.get(nameOf(today(now)), now.epochMilliseconds)
  const know = (day: Validity, entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] => {
    const edition = editionOn(day, origin)
    for (const entry of entries) editions.set(entry, edition)
    latest = entries
    return lists.put(nameOf(day), entries, day)
  }
  const editionOf = (entry: CatalogueEntry): Edition => {
    const edition = editions.get(entry)
    if (!edition) throw new Error(`${entry.id} is of no list of ours`)
    return edition
  }
  const learn = async (day: Validity): Promise<readonly CatalogueEntry[]> => {
    const promise =
      learning.get(nameOf(day)) ??
      pressOf(press)
        .list(editionOn(day, origin))
        .then((entries) => know(day, entries))
        .finally(() => learning.delete(nameOf(day)))
    learning.set(nameOf(day), promise)
    return promise
  }
  /** Another day's go on being given out while those of the day are found out; where that fails the next who asks begins anew. */
  const meanwhile = (now: Temporal.Instant): readonly CatalogueEntry[] | undefined => {
    if (!latest || !press) return undefined
    learn(today(now)).catch(() => {})
    wait()
    return latest
  }
  return {
    waits: () => waits,
    asks: () => asks,
    named: (file, now) => {
      asks += 1
      const entries = listAt(now) ?? meanwhile(now)
      if (!entries) wait()
      return entries && (entries.find((one) => one.file === file) ?? null)
    },
    sizeOf: (entry) => {
      const size = files?.get(entry.file)?.length ?? press?.sizeOf(entry) ?? null
      if (size === null) wait()
      return size
    },
    ensure: async (entry) => pressOf(press).ensure(editionOf(entry), entry),
    tidy: (current) => press?.tidy(current),
    read: async (entry) => pressOf(press).read(editionOf(entry), entry),
    learn: async (now) => listAt(now) ?? learn(today(now)),
    at: (now) => {
      asks += 1
      return (
        listAt(now) ??
        meanwhile(now) ??
        // Asked before anybody could find it out.
        know(today(now), catalogueOf(pack, editionAt(pack, origin, now), press?.keyOf ?? (({ id }) => id)))
      )
    },
  }
}

const nameOf = ({ from }: Validity): string => String(from)

const pressOf = (press: SitePress | null): SitePress => {
  if (!press) throw new Error('there is no press')
  return press
}
