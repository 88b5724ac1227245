import type { Pack } from '../../content/pack.ts'
import type { Edition, Format } from '../../press/output.ts'
import { type Offer, offersOf, type Press } from '../../press/press.ts'

/** What the site hands out as files: all that the press makes of its pack, for the facts of a day. */
export type Resources = {
  /** All that there is at an instant; yesterday's while today's is being found out. */
  at(now: Temporal.Instant): readonly Offer[]
  /** The same, found out beside all other work where nobody has found it out yet. */
  learn(now: Temporal.Instant): Promise<readonly Offer[]>
  /** A file by its name; null where there is none, undefined while it is not known what there is. To ask costs nothing. */
  named(file: string): Offer | null | undefined
  /** Bytes of a file; null while it is not made. */
  sizeOf(offer: Offer): number | null
  /** Has a file made that is not there yet. Rejects where it cannot be made. */
  ensure(offer: Offer): Promise<void>
  /** Takes away what was made long ago and is none of these. */
  tidy(current: readonly Offer[]): void
  /** The file itself. Rejects where it cannot be made. */
  read(offer: Offer): Promise<Uint8Array>
  /** How often the answer was one that will be another soon. A page that heard such an answer is not kept for long. */
  waits(): number
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
export const editionAt = (pack: Pack, origin: string, now: Temporal.Instant): Edition => ({
  now: now.toZonedDateTimeISO(pack.partnership.timezone).startOfDay().toInstant(),
  origin,
})

type Parts = { pack: Pack; origin: string; press: Press | null; files: ReadonlyMap<string, Uint8Array> | null }
type Known = { day: string; offers: readonly Offer[] }

/** `files`: those of a site that is written as files. */
export const makeResources = ({ pack, origin, press, files }: Parts): Resources => {
  let known: Known | undefined
  const editions = new WeakMap<Offer, Edition>()
  let waits = 0
  const wait = (): void => {
    if (press) waits += 1
  }
  let learning: Promise<readonly Offer[]> | undefined
  const know = (edition: Edition, offers: readonly Offer[]): readonly Offer[] => {
    known = { day: edition.now.toString(), offers }
    for (const offer of offers) editions.set(offer, edition)
    return offers
  }
  const editionOf = (offer: Offer): Edition => {
    const edition = editions.get(offer)
    if (!edition) throw new Error(`${offer.id} is of no list of ours`)
    return edition
  }
  const learn = async (edition: Edition): Promise<readonly Offer[]> => {
    learning ??= pressOf(press)
      .list(edition)
      .then((offers) => know(edition, offers))
      .finally(() => {
        learning = undefined
      })
    return learning
  }
  return {
    waits: () => waits,
    named: (file) => {
      if (!known) wait()
      return known && (known.offers.find((one) => one.file === file) ?? null)
    },
    sizeOf: (offer) => {
      const size = files?.get(offer.file)?.length ?? press?.sizeOf(offer) ?? null
      if (size === null) wait()
      return size
    },
    ensure: async (offer) => pressOf(press).ensure(editionOf(offer), offer),
    tidy: (current) => press?.tidy(current),
    read: async (offer) => pressOf(press).read(editionOf(offer), offer),
    learn: async (now) => {
      const edition = editionAt(pack, origin, now)
      return known?.day === edition.now.toString() ? known.offers : learn(edition)
    },
    at: (now) => {
      const edition = editionAt(pack, origin, now)
      if (known?.day === edition.now.toString()) return known.offers
      if (known && press) {
        // Yesterday's go on being given out meanwhile; where it fails the next who asks begins anew.
        learn(edition).catch(() => {})
        wait()
        return known.offers
      }
      // Asked before anybody could find it out.
      return know(edition, offersOf(pack, edition, press?.keyOf ?? (({ id }) => id)))
    },
  }
}

const pressOf = (press: Press | null): Press => {
  if (!press) throw new Error('there is no press')
  return press
}
