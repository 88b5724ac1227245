import { ticksTo } from './scale.ts'

/** One bar and row: a value for each series; null: the figure is not shown. `said`: in the table in place of it. `unfinished`: its time is not over. */
export type ChartRow = { label: string; short?: string; values: readonly (number | null)[]; said?: readonly string[]; unfinished?: boolean }

/** Words around a chart: the pack's, in the language of the page. */
export type ChartWords = {
  /** Opens the table. */
  table: string
  /** In place of a figure that is not shown. */
  hidden: string
  /** In the key, beside the box of such a figure. */
  hiddenKey: string
  /** In the key, where a time is not over. */
  unfinished: string
}

export type ChartProps = {
  /** Ids are made of it: one a page. */
  name: string
  /** What it shows, with what stands out in it: read out in place of the drawing. */
  title: string
  desc: string
  /** Head of the first column, then of each series: one makes bars, several are stacked. Four at most can be told apart. */
  heads: readonly [string, string, ...string[]]
  rows: readonly ChartRow[]
  words: ChartWords
  locale?: string
}

const height = 216
const [left, top, bottom] = [56, 30, 36]
/** Where bars have no figure of their own, the steps stand at both ends: a phone shows the newest end first. */
const right = 56
const plot = height - top - bottom
/** Height of the box of a figure that is not shown, whatever it is. */
const hiddenHeight = 20
/** More bars than this have no figure of their own above them, and a label every so many. */
const roomy = 14

/**
 * Bars over time, one series or several stacked, drawn on the server: SVG with the stylesheet's classes, so that it follows the dark theme,
 * print and forced colours under a strict content security policy. The same rows stand below as a table. A figure that is not shown is a
 * box of one height, which says nothing of it.
 */
export const Chart = ({ name, title, desc, heads, rows, words, locale = 'en-GB' }: ChartProps) => {
  const [rowHead, ...series] = heads
  const sums = rows.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
  const ticks = ticksTo(Math.max(0, ...sums))
  const greatest = ticks.at(-1) ?? 1
  const many = rows.length > roomy
  const step = Math.max(20, Math.min(110, Math.floor((many ? 608 : 656) / Math.max(1, rows.length))))
  const end = Math.max(many ? 664 : 720, left + step * rows.length + 8)
  const width = many ? end + right : end
  const down = (value: number): number => Math.round((top + plot - (value / greatest) * plot) * 10) / 10
  const every = Math.ceil(rows.length / roomy)
  const anyHidden = rows.some(({ values }) => values.includes(null))
  const anyUnfinished = series.length === 1 && rows.some(({ unfinished }) => unfinished)
  const figure = (value: number): string => value.toLocaleString(locale)
  return (
    <figure class="chart">
      {series.length > 1 || anyHidden || anyUnfinished ? (
        <ul class="chart-key">
          {series.length > 1 ? series.map((label, at) => <Key kind={`c-${at + 1}`} label={label} />) : null}
          {anyUnfinished ? <Key kind="c-2" label={words.unfinished} /> : null}
          {anyHidden ? <Key kind="c-none" label={words.hiddenKey} pattern={`${name}-hatch`} /> : null}
        </ul>
      ) : null}
      <section class="chart-scroll" tabindex={0} aria-label={title}>
        <svg class="chart-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${name}-title ${name}-desc`}>
          <title id={`${name}-title`}>{title}</title>
          <desc id={`${name}-desc`}>{desc}</desc>
          <defs>
            <pattern id={`${name}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path class="c-hatch" d="M0 0V7" />
            </pattern>
          </defs>
          {ticks.map((tick) => (
            <>
              <path class={tick ? 'c-grid' : 'c-mark'} d={`M${left} ${down(tick)}H${end}`} />
              <text class="c-text c-dim" x={left - 8} y={down(tick) + 5} text-anchor="end">
                {figure(tick)}
              </text>
              {many ? (
                <text class="c-text c-dim" x={end + 8} y={down(tick) + 5}>
                  {figure(tick)}
                </text>
              ) : null}
            </>
          ))}
          {rows.map((row, at) => {
            const [x, wide] = [left + at * step + Math.round(step * 0.16), Math.round(step * 0.68)]
            const middle = x + wide / 2
            const sum = sums[at] ?? 0
            const isHidden = row.values.includes(null)
            let so = 0
            return (
              <>
                {row.values.map((value, of) => {
                  if (!value) return null
                  const [from, to] = [down(so), down(so + value)]
                  so += value
                  const kind = series.length === 1 && row.unfinished ? 'c-2' : `c-${of + 1}`
                  return <rect class={kind} x={x} y={to} width={wide} height={Math.round((from - to) * 10) / 10} />
                })}
                {isHidden ? <Hatched x={x} y={down(sum) - hiddenHeight} width={wide} pattern={`${name}-hatch`} /> : null}
                {!many && !isHidden ? (
                  <text class="c-text" x={middle} y={down(sum) - 6} text-anchor="middle">
                    {figure(sum)}
                  </text>
                ) : null}
                {at % every === 0 ? (
                  <text class="c-text c-dim" x={middle} y={height - 12} text-anchor="middle">
                    {row.short ?? row.label}
                  </text>
                ) : null}
              </>
            )
          })}
        </svg>
      </section>
      <details class="chart-table">
        <summary>{words.table}</summary>
        <FigureTable caption={title} heads={[rowHead, ...series]} rows={rows} hidden={words.hidden} locale={locale} />
      </details>
    </figure>
  )
}

const Key = ({ kind, label, pattern }: { kind: string; label: string; pattern?: string }) => (
  <li>
    <svg viewBox="0 0 20 16" aria-hidden="true">
      {pattern ? <Hatched x={0} y={0} width={20} pattern={pattern} height={16} /> : <rect class={kind} width="20" height="16" />}
    </svg>
    {label}
  </li>
)

const Hatched = ({
  x,
  y,
  width,
  pattern,
  height = hiddenHeight,
}: {
  x: number
  y: number
  width: number
  pattern: string
  height?: number
}) => (
  <>
    <rect class="c-none" x={x} y={y} width={width} height={height} />
    <rect x={x} y={y} width={width} height={height} fill={`url(#${pattern})`} />
  </>
)

type TableProps = {
  caption: string
  heads: readonly string[]
  rows: readonly ChartRow[]
  hidden: string
  locale?: string
  /** It may not fit a phone: it scrolls in a region of its own. */
  wide?: boolean
}

/** Figures as a table. One that is not shown is a word with a dotted line; zero is 0. */
export const FigureTable = ({ caption, heads, rows, hidden, locale = 'en-GB', wide = heads.length > 2 }: TableProps) => (
  <div class="chart-rows" {...(wide ? { role: 'region', tabindex: 0, 'aria-label': caption } : {})}>
    <table>
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th scope="col" class={at ? 'figures' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, values, said }) => (
          <tr>
            <th scope="row">{label}</th>
            {values.map((value, at) => (
              <td class="figures">
                {value === null ? <span class="not-shown">{hidden}</span> : (said?.[at] ?? value.toLocaleString(locale))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
