import type { Child } from 'hono/jsx'

/** `now`: what this page waits for someone to do. `warn`: what will go wrong if nobody acts. `told`: it is done. `wrong`: it went wrong. `wait`: it is being done. */
export type MessageKind = 'now' | 'warn' | 'told' | 'wrong' | 'wait'

type Props = {
  kind: MessageKind
  id: string
  heading: string
  /** What happened, what is safe, and what has not happened. */
  children?: Child
  act?: Child
}

/** Says what happened, what is safe and what to do. What the last click did, or failed to do, is read out. */
export const Message = ({ kind, id, heading, children, act }: Props) => (
  <section
    class={`message ${kind}`}
    role={roles[kind]}
    aria-labelledby={id}
    {...(kind === 'told' ? { tabindex: -1, autofocus: true } : {})}
  >
    <div>
      <h2 id={id}>{heading}</h2>
      {children}
    </div>
    {act ? <div class="actions">{act}</div> : null}
  </section>
)

const roles = { now: 'group', warn: 'group', told: 'status', wrong: 'alert', wait: 'status' } as const
