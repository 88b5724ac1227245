import type { Child } from 'hono/jsx'

/** States, each with a shape of its own: ring, half disc, `!`, tick, bar, and `?` in dashes, which mean that someone has not agreed yet. */
export type TagState = 'in-time' | 'due' | 'late' | 'done' | 'shut' | 'asked'

/** Shape, then words, then tint: never colour alone. */
export const Tag = ({ state, children }: { state: TagState; children: Child }) => <span class={`tag ${state}`}>{children}</span>
