import type { Child } from 'hono/jsx'
import { languageNamed, namesToSay } from '../../../../format/names-to-say.ts'
import { spokenParts, wordsToSay } from '../../../../format/words-to-say.ts'
import { EnglishFallback, Translated, TranslatedInline } from '../../../components/translated.tsx'
import type { Locale } from '../../../context/types.ts'

/** How to be given an interpreter, and what happens when someone calls. */
export const Interpreter = ({ locale }: { locale: Locale }) => (
  <section class="note flow interpreter">
    <Translated as="h2" id="interpreter" locale={locale} words={({ t }) => t('get-help.interpreter-title')} />
    <p>
      <TranslatedInline locale={locale} words={(of) => spoken(of, interpreterSaid(locale))} />{' '}
      <TranslatedInline locale={locale} words={interpreterNote} />
    </p>
    <Translated as="p" locale={locale} words={happensSaid} />
    <EnglishFallback
      locale={locale}
      title={({ t }) => t('get-help.interpreter-title')}
      words={[interpreterSaid(locale), interpreterNote, happensSaid]}
    />
  </section>
)

/** What to say to be given an interpreter for the language of `page`; in English, for whatever language it is. */
export const interpreterSaid =
  ({ language }: Locale) =>
  ({ t, pack, language: own }: Locale): string =>
    t('get-help.interpreter', {
      language: language ? namesToSay(pack.words.messages['get-help.interpreter'], language, t.locale) : '…',
      spoken: language ? languageNamed(language, own !== null, t.locale) : 'none',
    })

/** Words in which a reader is told what to say, each piece of it marked as English where the others are not. */
export const spoken = (of: Locale, words: (locale: Locale) => string): Child =>
  of.language
    ? spokenParts(words(of), wordsToSay(words(of.english))).map(({ text, spoken }) => (spoken ? <b lang="en">{text}</b> : text))
    : words(of)

const interpreterNote = ({ t }: Locale) => t('get-help.interpreter-note')
export const happensSaid = ({ t }: Locale) => t('get-help.what-happens')
