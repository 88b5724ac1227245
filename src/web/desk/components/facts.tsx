import type { Child } from 'hono/jsx'

export type Fact = { label: string; value: Child }

const Terms = ({ facts, look }: { facts: readonly Fact[]; look: string }) => (
  <dl class={look}>
    {facts.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** What one thing is, in a row under its heading. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => <Terms facts={facts} look="facts" />

/** Label and value, one pair a line. */
export const Pairs = ({ facts }: { facts: readonly Fact[] }) => <Terms facts={facts} look="pairs" />

/** Figures, large, each with what it counts. */
export const Figures = ({ figures }: { figures: readonly Fact[] }) => <Terms facts={figures} look="figs" />
