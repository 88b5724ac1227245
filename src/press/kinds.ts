import type { Pack } from '../content/pack.ts'
import { booklet } from './booklet/booklet.ts'
import { campaign } from './campaign/campaign.ts'
import { deck } from './deck/decks.ts'
import { elearning } from './elearning/elearning.ts'
import { flowchart } from './flowchart/flowchart.ts'
import { guide } from './guide/guide.ts'
import { handbook } from './handbook/handbook.ts'
import type { Kind } from './kind.ts'
import { leaflet } from './leaflet/leaflet.ts'
import type { Edition, Output } from './output.ts'
import { pocket } from './pocket/pocket.ts'
import { poster } from './poster/poster.ts'

// biome-ignore lint/suspicious/noExplicitAny: each kind has data of its own, which only its own maker reads.
type AnyKind = Kind<any>

/** Every kind of output. A new one is a folder beside this file and a line here. */
// biome-ignore format: one a line, so that two who add one do not meet.
export const kinds: readonly AnyKind[] = [
  deck,
  elearning,
  handbook,
  guide,
  leaflet,
  pocket,
  poster,
  booklet,
  campaign,
  flowchart,
]

/** All that can be made of a pack, in the order of `kinds`. */
export const outputsOf = (pack: Pack, edition: Edition): Output[] => kinds.flatMap((kind) => kind.outputs(pack, edition))
