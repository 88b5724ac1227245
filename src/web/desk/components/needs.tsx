import type { Child } from 'hono/jsx'
import { Unbroken } from './unbroken.tsx'

export type Need = {
  /** Its state, and its reference. */
  mark: Child
  title: string
  href: string
  /** Why, and what happens if nobody acts. */
  why: Child
  /** Its one action. */
  act: Child
}

/** What needs someone now, in the order in which to do it: each with why, by when, and its one action. `under`: in a part with a heading. */
export const Needs = ({ needs, under }: { needs: readonly Need[]; under?: boolean }) => (
  <ol class="needs">
    {needs.map(({ mark, title, href, why, act }) => {
      const link = (
        <a href={href}>
          <Unbroken text={title} />
        </a>
      )
      return (
        <li>
          <div class="mark">{mark}</div>
          <div class="what">
            {under ? <h3>{link}</h3> : <h2>{link}</h2>}
            <p>{why}</p>
          </div>
          <div class="act">{act}</div>
        </li>
      )
    })}
  </ol>
)

type NeedGroupProps = { id: string; heading: string; children?: Child; first: readonly Need[]; rest: readonly Need[]; more: string }

/** Many that are alike: the first few, and the others where they are asked for. */
export const NeedGroup = ({ id, heading, children, first, rest, more }: NeedGroupProps) => (
  <section class="need-group" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
    <Needs needs={first} under />
    <details>
      <summary>{more}</summary>
      <Needs needs={rest} under />
    </details>
  </section>
)

export type Step = {
  done: boolean
  text: Child /** What a step that is done is called, for who does not see the tick. */
  said?: string | undefined
}

/** Steps with a tick at each that is done. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ul class="steps">
    {steps.map(({ done, text, said }) => (
      <li class={done ? 'done' : undefined}>
        <span>
          {text} {done && said ? <span class="govuk-visually-hidden">({said})</span> : null}
        </span>
      </li>
    ))}
  </ul>
)

type FirstStepsProps = { id: string; heading: string; children?: Child; steps: readonly Step[]; hide?: Child }

/** What someone new does first. It stands beside the list and can be put away. */
export const FirstSteps = ({ id, heading, children, steps, hide }: FirstStepsProps) => (
  <section class="first" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
    <Steps steps={steps} />
    {hide}
  </section>
)
