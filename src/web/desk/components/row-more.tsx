import type { Child } from 'hono/jsx'

type Props = {
  /** What the second line says where rows are two lines: another column has it where there is room. */
  line: Child
  more: string
  /** What other columns have where there is room. */
  facts: readonly string[]
  children: Child
}

/** The last cell of a row of people (rows.tsx): what can be done, and on a phone, closed until it is asked for, what else is known of them. */
export const RowMore = ({ line, more, facts, children }: Props) => (
  <details class="row-more">
    <summary>
      <span class="line">{line}</span> <span class="more">{more}</span>
    </summary>
    {facts.map((fact) => (fact ? <p class="fact">{fact}</p> : null))}
    <p>{children}</p>
  </details>
)
