import type { Child } from 'hono/jsx'
import { Unbroken } from './unbroken.tsx'

type HeadProps = {
  title: string
  /** What people call it by, beside its title. */
  reference?: string | undefined
  /** What the page is about, in a line. */
  sub?: Child
  /** Where it belongs. */
  back?: { href: string; text: string } | undefined
  act?: Child
}

/** The heading of a page. */
export const PageHead = ({ title, reference, sub, back, act }: HeadProps) => (
  <>
    {back ? (
      <p class="crumb">
        <a href={back.href}>
          <Unbroken text={back.text} />
        </a>
      </p>
    ) : null}
    <div class="head">
      <div>
        <h1>
          <Unbroken text={title} /> {reference ? <span class="ref">{reference}</span> : null}
        </h1>
        {sub ? <p class="small">{sub}</p> : null}
      </div>
      {act ? <div class="actions">{act}</div> : null}
    </div>
  </>
)

/** What the page is for, and beside it what helps: under it on a phone, or over it where that cannot wait (`sideFirst`). */
export const Columns = ({ children, side, sideFirst }: { children: Child; side: Child; sideFirst?: boolean | undefined }) => (
  <div class="columns">
    {sideFirst ? <div class="side">{side}</div> : null}
    <div class="flow">{children}</div>
    {sideFirst ? null : <div class="side">{side}</div>}
  </div>
)

type PartProps = { id: string; heading: string; children: Child }

/** A part of a page, under a rule. */
export const Part = ({ id, heading, children }: PartProps) => (
  <section class="part flow" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
)

/** Beside the list: a part in a frame. */
export const Box = ({ id, heading, children }: PartProps) => (
  <section class="box flow" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
)

/** Something offered or asked, which nobody has agreed to yet: in dashes. */
export const Pending = ({ children }: { children: Child }) => <div class="pending flow">{children}</div>
