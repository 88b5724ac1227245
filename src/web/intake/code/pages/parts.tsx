import type { Child } from 'hono/jsx'
import { clock, longDate } from '../../../../format/when.ts'
import { Lines } from '../../../components/lines.tsx'
import { Ring999 } from '../../../components/ring-999.tsx'
import type { RenderContext } from '../../../context/types.ts'
import { carriedField } from '../../../forms/carrier.ts'

export const codeAddress = '/report/code'

/** What the buttons of a page ask for. */
export const steps = ['open', 'add', 'earlier', 'withdraw', 'withdraw-yes', 'end'] as const

/**
 * Sends a page on, with what it carries. Nothing that a browser might offer to whoever comes next; `data-ends`: what the way out sends for it, so
 * that none of its pages opens anything any more (script/forget.ts).
 */
export const CodeForm = ({ sealed, classes, children }: { sealed: string; classes?: string; children: Child }) => (
  <form method="post" action={codeAddress} class={classes} autocomplete="off" data-ends="do=end" novalidate>
    <input type="hidden" name={carriedField} value={sealed} />
    {children}
  </form>
)

/** "9:04am on 1 December 2026": with its year, for somebody may come back after long. */
export const momentIn = ({ locale, local }: RenderContext, instant: Temporal.Instant): string => {
  const at = instant.toZonedDateTimeISO(local.timeZoneId)
  return locale.t('code.moment', { time: clock(at), date: longDate(at.toPlainDate()) })
}

export const InDanger = ({ context }: { context: RenderContext }) => <Ring999 locale={context.locale} words="code.danger" />

/** For whoever cannot wait until this works, or until somebody reads. */
export const WhoToCall = ({ context }: { context: RenderContext }) => {
  const { locale } = context
  return (
    <section class="flow" aria-labelledby="call">
      <h2 id="call">{locale.t('code.call')}</h2>
      <Lines context={context} ids={[locale.pack.roles.emergency, ...locale.pack.tellSomebody]} classes="three" />
    </section>
  )
}
