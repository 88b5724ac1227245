import type { Child } from 'hono/jsx'

export type Rung = {
  /** Who is called. */
  who: Child
  /** From when to when, or what must have happened first. */
  when: Child
  /** Has the person agreed? */
  state?: Child
  /** The number, and what can be done. */
  ways?: Child
  /** On call at this minute. */
  now?: boolean | undefined
}

/** Who is called, one after the other. The last rung is there day and night. */
export const Ladder = ({ rungs }: { rungs: readonly Rung[] }) => (
  <ol class="ladder">
    {rungs.map(({ who, when, state, ways, now }) => (
      <li aria-current={now ? 'true' : undefined}>
        <b>{who}</b>
        <span>{when}</span>
        {state ? <span>{state}</span> : null}
        {ways ? <div class="actions">{ways}</div> : null}
      </li>
    ))}
  </ol>
)
