import type { Child } from 'hono/jsx'
import type { Locale } from '../context/types.ts'

/** Where a section or a page comes from and what of it is in doubt: one place, at its end, closed until someone wants it. */
export const WhereFrom = ({ locale, children }: { locale: Locale; children: Child }) => (
  <div class="rests">
    <details class="from">
      <summary>{locale.t('site.from')}</summary>
      {children}
    </details>
  </div>
)
