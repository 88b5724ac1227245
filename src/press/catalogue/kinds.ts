import type { Pack } from '../../content/pack.ts'
import { booklet } from '../kinds/booklet/data.ts'
import { campaign } from '../kinds/campaign/data.ts'
import { certificate } from '../kinds/certificate/data.ts'
import { deck } from '../kinds/deck/data.ts'
import { elearning } from '../kinds/elearning/data.ts'
import { flowchart } from '../kinds/flowchart/data.ts'
import { guide } from '../kinds/guide/data.ts'
import { handbook } from '../kinds/handbook/data.ts'
import { leaflet } from '../kinds/leaflet/data.ts'
import { pocketCard } from '../kinds/pocket-card/data.ts'
import { poster } from '../kinds/poster/data.ts'
import { cobrandedPack } from '../shared/course/cobranded.ts'
import type { Kind } from '../shared/kind.ts'
import type { Edition, KindName, kindNames, Output } from '../shared/output.ts'

// biome-ignore lint/suspicious/noExplicitAny: each kind has data of its own, which only its own maker reads.
type AnyKind = Kind<any>

/** Every kind of output by its name, in the order in which they are listed. A new one is a folder in `kinds/`, a name in shared/output.ts and a line here. */
// biome-ignore format: one a line, so that two who add one do not meet.
const byName: Record<(typeof kindNames)[number], AnyKind> = {
  deck,
  elearning,
  handbook,
  guide,
  leaflet,
  card: pocketCard,
  poster,
  booklet,
  campaign,
  flowchart,
}

export const kinds: readonly AnyKind[] = Object.values(byName)

/** All that can be drawn: also what is made for one person, and is in no list. */
export const drawnKinds: readonly AnyKind[] = [...kinds, certificate]

/** What a training provider needs to give the course itself. */
export const cobrandedKinds: readonly AnyKind[] = [deck, elearning, handbook, guide]

/** All that can be made of a pack, in the order of `kinds`; for a training provider, its own course alone. `wanted`: of these kinds. */
export const outputsOf = (pack: Pack, edition: Edition, wanted: (kind: KindName) => boolean = () => true): Output[] =>
  edition.provider
    ? of(cobrandedKinds, wanted, cobrandedPack(pack, edition.provider), edition).map((output) => ({ ...output, cobranded: true }))
    : of(kinds, wanted, pack, edition)

const of = (all: readonly AnyKind[], wanted: (kind: KindName) => boolean, pack: Pack, edition: Edition): Output[] =>
  all.filter(({ name }) => wanted(name)).flatMap((kind) => kind.outputs(pack, edition))
