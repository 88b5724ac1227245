import type { Child } from 'hono/jsx'
import type { Site } from '../site.ts'

/** The English beside a text that no person has checked; nothing where the page is English or reviewed. */
export const English = ({ site, children }: { site: Site; children: (english: Site) => Child }) =>
  site.beside ? (
    <p class="small en" lang="en" dir="ltr">
      {children(site.beside)}
    </p>
  ) : null
