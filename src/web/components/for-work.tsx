import type { Child } from 'hono/jsx'
import type { Site } from '../context/site.ts'

/** The way to the pathway, for somebody who is at work. */
export const ForWork = ({ site }: { site: Site }) => (
  <p>{site.say.rich('pathway.for-work', { a: (inner: Child) => <a href="/pathway">{inner}</a> })}</p>
)
