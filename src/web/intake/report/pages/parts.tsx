import type { Child } from 'hono/jsx'
import { clock, dayAndMonth } from '../../../../format/when.ts'
import type { Locale } from '../../../context/types.ts'
import { carriedField } from '../../../forms/carrier.ts'
import type { FramedPage } from '../../frame.ts'
import type { Reports } from '../../watch.ts'

export const reportAddress = '/report'

/** A page of the form, without its shell. Its title stays in a history: it says how far, and nothing of what. */
export const reportPage = ({ t }: Locale, title: string, body: Child, faulty = false): FramedPage => ({
  title: faulty ? `${t('check.error-prefix')}: ${title}` : title,
  description: t('report-form.description'),
  path: reportAddress,
  ...(faulty ? { faulty } : {}),
  body: <div class="wrap">{body}</div>,
})

/** The name of the button that ends a report on this device: no page of it goes on any more. */
export const endButton = 'end'

/**
 * Everything on these pages is a step of one form. `field`: what was said so far, sealed. `files`: pictures may be chosen on it. `data-ends`: what
 * the way out sends for it (script/forget.ts).
 */
export const StepForm = ({ field, files, children }: { field: string | null; files?: boolean; children: Child }) => (
  <form
    method="post"
    action={reportAddress}
    enctype={files ? 'multipart/form-data' : undefined}
    autocomplete="off"
    data-ends={`${endButton}=yes`}
    novalidate
  >
    {field === null ? null : <input type="hidden" name={carriedField} value={field} />}
    {children}
  </form>
)

/** `10am on Wednesday 2 December`. */
export const promiseText = ({ t, pack }: Locale, promise: Temporal.Instant): string => {
  const local = promise.toZonedDateTimeISO(pack.partnership.timezone)
  return t('report-form.promise', { time: clock(local), day: dayAndMonth(local.toPlainDate()) })
}

export const bold = (inner: Child): Child => <b>{inner}</b>

/** Names of partners, as one says them. */
export const partnersText = ({ pack, t }: Locale, ids: readonly string[]): string =>
  new Intl.ListFormat(t.locale).format(ids.map((id) => pack.partners.find((partner) => partner.id === id)?.name ?? id))

/** The made-up county says so on every page of the form. */
export const MadeUp = ({ locale }: { locale: Locale }) =>
  locale.pack.partnership.made_up ? (
    <p class="note report-made-up">{locale.t.rich('report-form.made-up', { a: (inner: Child) => <a href="/get-help">{inner}</a> })}</p>
  ) : null

/** What the desk can no longer keep, where it is not open: nothing is promised then. */
export const Promised = ({ locale, reports }: { locale: Locale; reports: Reports }) =>
  reports.promise ? <p>{locale.t.rich('report-form.send-read', { promise: promiseText(locale, reports.promise), b: bold })}</p> : null
