import type { Child } from 'hono/jsx'
import { NumberLink } from '../../../components/board.tsx'
import { Drawing } from '../../../components/drawing.tsx'
import { EnglishFallback, Translated } from '../../../components/translated.tsx'
import { addressFrom } from '../../../context/published.ts'
import type { Locale } from '../../../context/types.ts'
import { telephone } from './telephone.ts'

/** Beside the lines: who cannot call, and who may be watched. */
export const Side = ({ locale }: { locale: Locale }) => (
  <div class="side flow">
    <section class="aside flow">
      <Translated as="h2" id="cannot-ring" locale={locale} words={({ t }) => t('get-help.cannot-ring')} />
      <Translated as="p" locale={locale} words={relayOtherWords} />
      <Translated as="p" locale={locale} words={writeWords} />
      <EnglishFallback locale={locale} title={({ t }) => t('get-help.cannot-ring')} words={[relayOtherWords, writeWords]} />
    </section>
    <section class="aside flow screen">
      <Drawing locale={locale} name="phone" />
      <Translated as="h2" id="safety" locale={locale} words={safetyTitle} />
      <Translated as="p" locale={locale} words={safetyWords} />
      <EnglishFallback locale={locale} title={safetyTitle} words={[safetyWords]} />
    </section>
  </div>
)

const relayOtherWords = (locale: Locale): Child => {
  const relay = telephone(locale, locale.pack.roles.police_relay)
  return (
    relay &&
    locale.t.rich('get-help.relay-other', { number: relay.display, a: (inner: Child) => <NumberLink phone={relay}>{inner}</NumberLink> })
  )
}

const writeWords = (locale: Locale): Child => {
  const url = locale.site.services.get(locale.pack.roles.helpline_form)?.url
  return url && locale.t.rich('get-help.write', { a: (inner: Child) => <a href={url}>{inner}</a> })
}

export const safetyTitle = ({ t }: Locale) => t('get-help.safety')
export const safetyWords = (locale: Locale): Child =>
  locale.t.rich('get-help.safety-text', { a: (inner: Child) => <a href={addressFrom(locale, '/your-safety')}>{inner}</a> })
