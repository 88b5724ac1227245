import type { Child } from 'hono/jsx'
import { NumberBoard, NumberLink } from '../../../components/board.tsx'
import { EnglishFallback, Translated, TranslatedInline } from '../../../components/translated.tsx'
import type { Locale } from '../../../context/types.ts'
import { telephone } from './telephone.ts'

const strong = (inner: Child) => <b>{inner}</b>

/** 999, and the ways to reach it without a voice, as the sources word them. */
export const Danger = ({ locale }: { locale: Locale }) => {
  const phone = telephone(locale, locale.pack.roles.emergency)
  if (!phone) return null
  return (
    <section class="danger" aria-labelledby="danger">
      <Translated as="h2" id="danger" locale={locale} words={dangerSaid} />
      <NumberBoard locale={locale} name={locale.t('get-help.ring-999')} phone={phone} look="sun" />
      <p>
        <TranslatedInline locale={locale} words={emergencySaid} /> <TranslatedInline locale={locale} words={freeSaid} />{' '}
        <TranslatedInline locale={locale} words={cannotSpeakWords} />
      </p>
      <Translated as="p" locale={locale} words={relayWords} />
      <EnglishFallback locale={locale} title={dangerSaid} words={[emergencySaid, freeSaid, cannotSpeakWords, relayWords]} />
    </section>
  )
}

export const dangerSaid = ({ t }: Locale) => t('get-help.danger')
/** Who answers 999: in Poland it is the ambulance, and in many languages the word for emergency is that for a hospital's. */
export const emergencySaid = ({ t }: Locale) => <b>{t('get-help.ring-999')}.</b>
export const freeSaid = ({ t }: Locale) => t('get-help.free')

export const cannotSpeakWords = ({ t }: Locale): Child => t.rich('get-help.silent', { key: <bdi>55</bdi>, b: strong })

export const relayWords = (locale: Locale): Child => {
  const [phone, relay] = [telephone(locale, locale.pack.roles.emergency), telephone(locale, locale.pack.roles.emergency_relay)]
  if (!phone || !relay) return null
  return locale.t.rich('get-help.relay', {
    number: relay.display,
    emergency: phone.display,
    b: strong,
    a: (inner: Child) => <NumberLink phone={relay}>{inner}</NumberLink>,
  })
}
