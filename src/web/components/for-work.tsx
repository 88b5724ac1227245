import type { Child } from 'hono/jsx'
import type { Locale } from '../context/types.ts'

/** The way to the pathway, for somebody who is at work. */
export const ForWork = ({ locale }: { locale: Locale }) => (
  <p>{locale.t.rich('pathway.for-work', { a: (inner: Child) => <a href="/pathway">{inner}</a> })}</p>
)
