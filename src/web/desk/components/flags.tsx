import type { Child } from 'hono/jsx'

/** Danger now, or a child: a board with a point. The only full yellow of the desk is danger. */
export const Flag = ({ kind, children }: { kind: 'danger' | 'child'; children: Child }) => <span class={`flag ${kind}`}>{children}</span>

/** How soon something must be done, in three posts, filled from the left, and in words. */
export const Posts = ({ filled, children }: { filled: 1 | 2 | 3; children: Child }) => (
  <span class="posts">
    <i aria-hidden="true">
      {[1, 2, 3].map((post) => (
        <u class={post <= filled ? 'on' : undefined} />
      ))}
    </i>
    {children}
  </span>
)

type ClockProps = {
  /** How much of the time is used: from 0 to 1. Null: nothing is promised. */
  used: number | null
  /** `now`: whatever was promised, it cannot wait. */
  state: 'in-time' | 'due' | 'late' | 'now'
  children: Child
  /** The moment itself. */
  by?: Child
}

/** A promise: a ring that fills as its time is used, what is left, and until when. */
export const Clock = ({ used, state, children, by }: ClockProps) => (
  <span class={`clock ${state}`}>
    {used === null ? null : (
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle cx="10" cy="10" r="8" />
        <circle
          class="used"
          cx="10"
          cy="10"
          r="8"
          pathLength="100"
          stroke-dasharray={`${Math.round(used * 100)} 100`}
          transform="rotate(-90 10 10)"
        />
      </svg>
    )}
    <span>
      <b>{children}</b> {by ? <span class="by">{by}</span> : null}
    </span>
  </span>
)
