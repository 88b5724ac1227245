import type { Child } from 'hono/jsx'
import { dealt, sentencesOf } from '../../../../format/sentences.ts'
import { DraftNotice, LanguageRow, languageLinks } from '../../../components/languages.tsx'
import { Pictured, RingBoard } from '../../../components/pictured.tsx'
import { nameSaid, phoneOf } from '../../../components/service.tsx'
import { stateSaid } from '../../../components/state.tsx'
import { EnglishFallback, localeFor, Translated, TranslatedInline, type WordsOf } from '../../../components/translated.tsx'
import { addressIn, picturesPath } from '../../../context/addresses.ts'
import type { Locale, RenderContext } from '../../../context/types.ts'
import type { Page, PageContent } from '../../layout/page.ts'
import { cannotSpeakWords, dangerSaid, emergencySaid, freeSaid, relayWords } from './danger.tsx'
import { happensSaid, interpreterSaid, spoken } from './interpreter.tsx'
import { billSaid, calmSaid, helpTitle, linesByNeed, needSaid, picturesSaid, titleSaid } from './page.tsx'
import { safetyTitle, safetyWords } from './side.tsx'

/**
 * "Get help" in pictures and few words, in every language of the pack: a drawing for each sentence that the page in full has
 * already, so that nothing is said twice and what a reviewer corrects there is right here too.
 */
const pictures = (context: RenderContext): PageContent => {
  const { locale } = context
  const { pack, language } = locale
  const text = pack.pages.get('get-help')
  const full = addressIn(language, '/get-help')
  return {
    harmless: true,
    description: text?.description ?? '',
    nav: 'get-help',
    exit: true,
    pictures: true,
    head: languageLinks(locale, picturesPath),
    above: <LanguageRow locale={locale} path={picturesPath} />,
    body: (
      <div class="wrap shown">
        <DraftNotice locale={locale} words={[titleSaid, picturesSaid, fullSaid]} />
        <p class="kind">
          <Translated as="b" locale={locale} words={picturesSaid} />{' '}
          <a href={full}>
            <TranslatedInline locale={locale} words={fullSaid} />
          </a>
        </p>
        <Translated as="h1" locale={locale} words={titleSaid} />
        <Danger context={context} />
        <section>
          <Translated as="h2" id="ring" locale={locale} words={interpreterTitle} />
          <EnglishFallback locale={locale} title={interpreterTitle} />
          <ol class="cards">
            <Told locale={locale} words={interpreterSaid(locale)} drawings={['interpreter', 'say-language', 'wait']} />
            <Told locale={locale} words={happensSaid} drawings={['answers', 'safe-place', 'talk', 'stop-call']} />
          </ol>
        </section>
        <section>
          <Translated as="h2" id="lines" locale={locale} words={calmSaid} />
          <EnglishFallback locale={locale} title={calmSaid} />
          <Numbers context={context} />
        </section>
        <section>
          <Translated as="h2" id="safety" locale={locale} words={safetyTitle} />
          <EnglishFallback locale={locale} title={safetyTitle} />
          <ul class="cards">
            <Told locale={locale} words={billSaid} drawings={['bill']} />
            <Card locale={locale} drawing="history" words={safetyWords} long />
          </ul>
        </section>
      </div>
    ),
  }
}

export const picturesPage: Page = {
  path: picturesPath,
  title: (locale) => `${helpTitle(locale)}. ${locale.t('get-help.pictures')}`,
  render: pictures,
  texts: 'get-help',
}

const answersSaid = (locale: Locale): Child => (
  <>
    {emergencySaid(locale)} {freeSaid(locale)}
  </>
)
const fullSaid = ({ t }: Locale) => t('get-help.full')
const interpreterTitle = ({ t }: Locale) => t('get-help.interpreter-title')

type CardProps = { locale: Locale; drawing: string; words: WordsOf; long?: boolean }

/** A drawing, its words, and the English beside them. `long`: words that cannot be few. */
const Card = ({ locale, drawing, words, long }: CardProps) => (
  <Pictured locale={locale} drawing={drawing}>
    {long ? <Translated as="p" class="long" locale={locale} words={words} /> : <Translated as="p" locale={locale} words={words} />}
    <EnglishFallback locale={locale} words={[words]} />
  </Pictured>
)

type ToldProps = { locale: Locale; words: (locale: Locale) => string; drawings: readonly string[] }

/** One text, a drawing for each of its sentences; where they cannot be told apart, the whole text with the first drawing. */
const Told = ({ locale, words, drawings }: ToldProps) => {
  const parts = (of: Locale) => sentencesOf(words(of), of.t.locale)
  const english = parts(locale.english)
  const each = dealt(parts(localeFor(locale, words)), english, drawings.length)
  if (!each) {
    return <Card locale={locale} drawing={drawings[0] ?? ''} words={words} />
  }
  const beside = dealt(english, english, drawings.length) ?? []
  return (
    <>
      {drawings.map((drawing, i) => (
        <Card
          locale={locale}
          drawing={drawing}
          words={(of) => words(of) && spoken(of, (its) => (its === locale ? each : beside)[i] ?? '')}
        />
      ))}
    </>
  )
}

/** 999, first of all, and the ways to reach it without a voice. */
const Danger = ({ context }: { context: RenderContext }) => {
  const { locale } = context
  return (
    <>
      <RingBoard context={context} id={locale.pack.roles.emergency} />
      <ul class="cards first">
        <Told locale={locale} words={dangerSaid} drawings={['danger', 'child']} />
        <Card locale={locale} drawing="free" words={answersSaid} />
        <Card locale={locale} drawing="press-five" words={cannotSpeakWords} long />
        <Card locale={locale} drawing="type" words={relayWords} long />
      </ul>
    </>
  )
}

/** Lines that are confirmed, by need, each once, with what is so now. The others are on the page in full. */
const Numbers = ({ context }: { context: RenderContext }) => {
  const { locale } = context
  return (
    <>
      {linesByNeed(context).groups.map(({ need, contacts }) => {
        const told = contacts.filter(({ service, again }) => phoneOf(service) && !again)
        return told.length ? (
          <section>
            <Translated as="h3" id={need} locale={locale} words={needSaid[need]} />
            <EnglishFallback locale={locale} title={needSaid[need]} />
            <ul class="cards numbers">
              {told.map(({ service }) => (
                <li class="flow">
                  <Translated as="h4" locale={locale} words={nameSaid(service.id)} />
                  <EnglishFallback locale={locale} title={nameSaid(service.id)} words={[stateSaid(context, service)]} />
                  <RingBoard context={context} id={service.id} />
                </li>
              ))}
            </ul>
          </section>
        ) : null
      })}
    </>
  )
}
