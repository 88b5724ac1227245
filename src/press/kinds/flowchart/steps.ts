import { actionWords } from '../../../domain/flow/words.ts'
import type { Shown } from './chart.ts'
import type { Tag } from './organisations.ts'
import type { Sheet } from './sheet.ts'
import type { Line, Texts } from './texts.ts'

/** An action as it is printed. */
export type Step = {
  title: string
  who: string
  by: string
  tag: Tag | null
  /** Lanes that have it, where not all have: `B, C, D`. */
  lanes: string | null
  /** Its source is weak: a † stands by its title. */
  unsure: boolean
  /** What some organisations read instead. */
  also: readonly { tag: Tag; title: string }[]
  /** What must be ticked besides. */
  with: string | null
  /** What is listed under it. */
  list: readonly string[]
  lines: readonly Line[]
}

/** Of a lane, by its place. */
export const letterOf = (lane: number): string => String.fromCharCode(65 + lane)

/** `A, C to E`. */
const spansOf = ({ locale: { t } }: Texts, lanes: readonly number[]): string =>
  lanes
    .reduce<number[][]>((spans, lane) => {
      const span = spans.at(-1)
      if (span?.at(-1) === lane - 1) span.push(lane)
      else spans.push([lane])
      return spans
    }, [])
    .map((span) =>
      span.length > 2
        ? t('press.flow-lanes', { first: letterOf(span[0] ?? 0), last: letterOf(span.at(-1) ?? 0) })
        : span.map(letterOf).join(', '),
    )
    .join(', ')

const stepOf = (texts: Texts, { lanes: all, several }: Sheet, { action, lanes, tag, also, with: others }: Shown): Step => {
  const { pack, t } = texts.locale
  const text = actionWords(texts.words, action)
  const title = texts.title(action)
  return {
    title,
    who: text?.who ?? '',
    by: text?.by ?? '',
    tag,
    lanes: all.length > 1 && lanes.length < all.length ? spansOf(texts, lanes) : null,
    unsure: action.sure === 'C' || action.sure === '?',
    also: also.map((one) => ({ tag: one.tag, title: texts.title(one.action) })),
    with: others.length
      ? t('press.flow-with', { options: texts.joined(others.map((option) => texts.label(several?.id ?? '', option))) })
      : null,
    list: action.lists ? pack.sharingReasons.map((reason) => reason.text) : [],
    // Where the title has the number, once is enough.
    lines: texts.lines(action.services).filter((line) => !title.includes(line.number)),
  }
}

/** Rows that are told alike, though the flow words them apart on its pages, are one. */
export const stepsOf = (texts: Texts, sheet: Sheet, rows: readonly Shown[]): Step[] =>
  [
    ...Map.groupBy(
      rows.filter(({ action }) => action.id !== 'do-not'),
      (row) => JSON.stringify({ ...stepOf(texts, sheet, row), lanes: null }),
    ).values(),
  ].flatMap(([first, ...same]) =>
    first
      ? [stepOf(texts, sheet, { ...first, lanes: [...new Set([first, ...same].flatMap((row) => row.lanes))].sort((a, b) => a - b) })]
      : [],
  )

/** A lane is told by its letter already. */
export const stepsInLane = (texts: Texts, sheet: Sheet, rows: readonly Shown[]): Step[] =>
  stepsOf(texts, sheet, rows).map((step) => ({ ...step, lanes: null }))

export type Card = { label: string; steps: readonly Step[] }

/** Options that bring the same are one card. What is listed under a step is told once, where the step is told for all lanes. */
export const alikeCards = (texts: Texts, cards: readonly Card[]): Card[] =>
  [...Map.groupBy(cards, (card) => JSON.stringify(card.steps)).values()].map((same) => ({
    label: texts.joined(same.map((card) => card.label)),
    steps: (same[0]?.steps ?? []).map((step) => ({ ...step, list: [] })),
  }))
