import type { Pack } from '../../content/pack.ts'
import type { Edition, Format } from '../../press/output.ts'
import { type Offer, offersOf, type Press } from '../../press/press.ts'

/** What the site hands out as files: all that the press makes of its pack, for the facts of a day. */
export type Resources = {
  /** All that there is at an instant. `settled`: false while it is being found out anew, so that a page about it grows old soon. */
  at(now: Temporal.Instant): { offers: readonly Offer[]; settled: boolean }
  /** The same, found out beside all other work where nobody has found it out yet. */
  learn(now: Temporal.Instant): Promise<readonly Offer[]>
  /** Bytes of a file; null while it is not made. */
  sizeOf(offer: Offer): number | null
  /** Has a file made that is not there yet. Rejects where it cannot be made. */
  ensure(offer: Offer): Promise<void>
  /** The file itself. Rejects where it cannot be made. */
  read(offer: Offer): Promise<Uint8Array>
  /** Is a file made when somebody asks for it? */
  onDemand: boolean
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
    onDemand: press !== null,
    sizeOf: (offer) => files?.get(offer.file)?.length ?? press?.sizeOf(offer) ?? null,
    ensure: async (offer) => pressOf(press).ensure(editionOf(offer), offer),
    read: async (offer) => pressOf(press).read(editionOf(offer), offer),
    learn: async (now) => {
      const edition = editionAt(pack, origin, now)
      return known?.day === edition.now.toString() ? known.offers : learn(edition)
    },
    at: (now) => {
      const edition = editionAt(pack, origin, now)
      if (known?.day === edition.now.toString()) return { offers: known.offers, settled: true }
      if (known && press) {
        // Yesterday's go on being given out meanwhile; where it fails the next who asks begins anew.
        learn(edition).catch(() => {})
        return { offers: known.offers, settled: false }
      }
      // Asked before anybody could find it out.
      return { offers: know(edition, offersOf(pack, edition, press?.keyOf ?? (({ id }) => id))), settled: true }
    },
  }
}

const pressOf = (press: Press | null): Press => {
  if (!press) throw new Error('there is no press')
  return press
}
