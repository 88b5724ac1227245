import type { Pack } from './pack.ts'

const measures = ['people-trained', 'training-events', 'organisations-trained', 'organisations-with-own-training'] as const
type Measure = (typeof measures)[number]

/** What a partnership has said of its training, with days and a source: not what its register counts. */
export const claimsOf = (pack: Pick<Pack, 'id' | 'figures'>) =>
  pack.figures.flatMap((figure) => {
    const measure = measures.find((one) => one === figure.measure)
    const { value, from, to } = figure
    const shown = figure.geography === pack.id && figure.publish !== false && !figure.context_only && !figure.breakdown
    return measure && shown && value !== 'unknown' && from !== 'unknown' && to !== 'unknown'
      ? [{ ...figure, measure: measure as Measure, value, from, to }]
      : []
  })
