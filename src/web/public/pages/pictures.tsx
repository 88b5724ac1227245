import type { Child } from 'hono/jsx'
import { dealt, sentencesOf } from '../../../format/sentences.ts'
import { DraftMeans, DraftNotice, LanguageRow, languageLinks } from '../../components/languages.tsx'
import { Pictured, RingBoard } from '../../components/pictured.tsx'
import { nameOf, nameSaid, phoneOf } from '../../components/service.tsx'
import { stateSaid } from '../../components/state.tsx'
import { English, Said, SaidHere, speakerOf, type WordsOf } from '../../components/translated.tsx'
import { addressIn, picturesPath } from '../../context/addresses.ts'
import type { Moment, Site } from '../../context/site.ts'
import type { PageParts } from '../layout/shell.tsx'
import {
  billSaid,
  calmSaid,
  cannotSpeakWords,
  dangerSaid,
  emergencySaid,
  freeSaid,
  happensSaid,
  interpreterSaid,
  linesByNeed,
  needSaid,
  picturesSaid,
  relayWords,
  safetyTitle,
  safetyWords,
  titleSaid,
} from './get-help.tsx'

/**
 * "Get help" in pictures and few words, in every language of the pack: a drawing for each sentence that the page in full has
 * already, so that nothing is said twice and what a reviewer corrects there is right here too.
 */
export const picturesPage = (moment: Moment): PageParts => {
  const { site } = moment
  const { say, pack, language } = site
  const text = pack.pages.get('get-help')
  const full = addressIn(language, '/get-help')
  return {
    title: `${(language ? text?.title : text?.history_title) ?? text?.title}. ${say('get-help.pictures')}`,
    harmless: true,
    description: text?.description ?? '',
    path: addressIn(language, picturesPath),
    nav: 'get-help',
    exit: true,
    pictures: true,
    head: languageLinks(site, picturesPath),
    above: <LanguageRow site={site} path={picturesPath} />,
    body: (
      <div class="wrap shown">
        <DraftNotice site={site} />
        <p class="kind">
          <Said as="b" site={site} words={picturesSaid} />{' '}
          <a href={full}>
            <SaidHere site={site} words={fullSaid} />
          </a>
        </p>
        <Said as="h1" site={site} words={titleSaid} />
        <English site={site} title={titleSaid} words={[picturesSaid, fullSaid]} />
        <Danger moment={moment} />
        <div class="small flow meant">
          <DraftMeans site={site} />
        </div>
        <section aria-labelledby="ring">
          <Said as="h2" id="ring" site={site} words={interpreterTitle} />
          <English site={site} words={[interpreterTitle]} />
          <ol class="cards">
            <Told site={site} words={interpreterSaid(site)} drawings={['say-language', 'interpreter', 'wait']} />
            <Told site={site} words={happensSaid} drawings={['answers', 'safe-place', 'talk', 'stop-call']} />
          </ol>
        </section>
        <section aria-labelledby="lines">
          <Said as="h2" id="lines" site={site} words={calmSaid} />
          <English site={site} words={[calmSaid]} />
          <Numbers moment={moment} />
        </section>
        <section aria-labelledby="safety">
          <Said as="h2" id="safety" site={site} words={safetyTitle} />
          <English site={site} words={[safetyTitle]} />
          <ul class="cards">
            <Told site={site} words={billSaid} drawings={['bill']} />
            <Card site={site} drawing="history" words={safetyWords} long />
          </ul>
        </section>
      </div>
    ),
  }
}

const answersSaid = (site: Site): Child => (
  <>
    {emergencySaid(site)} {freeSaid(site)}
  </>
)
const fullSaid = ({ say }: Site) => say('get-help.full')
const interpreterTitle = ({ say }: Site) => say('get-help.interpreter-title')

type CardProps = { site: Site; drawing: string; words: WordsOf; long?: boolean; children?: Child }

/** A drawing, its words, and the English beside them. `long`: words that cannot be few. */
const Card = ({ site, drawing, words, long, children }: CardProps) => (
  <Pictured site={site} drawing={drawing}>
    {long ? <Said as="p" class="long" site={site} words={words} /> : <Said as="p" site={site} words={words} />}
    <English site={site} words={[words]} />
    {children}
  </Pictured>
)

type ToldProps = { site: Site; words: (site: Site) => string; drawings: readonly string[]; children?: Child }

/** One text, a drawing for each of its sentences; where they cannot be told apart, the whole text with the first drawing. `children` stand in the first card. */
const Told = ({ site, words, drawings, children }: ToldProps) => {
  const parts = (of: Site) => sentencesOf(words(of), of.say.locale)
  const english = parts(site.english)
  const each = dealt(parts(speakerOf(site, words)), english, drawings.length)
  if (!each) {
    return (
      <Card site={site} drawing={drawings[0] ?? ''} words={words}>
        {children}
      </Card>
    )
  }
  const beside = dealt(english, english, drawings.length) ?? []
  return (
    <>
      {drawings.map((drawing, i) => (
        <Card site={site} drawing={drawing} words={(of) => words(of) && (of === site ? each : beside)[i]}>
          {i === 0 ? children : null}
        </Card>
      ))}
    </>
  )
}

/** 999, first of all, and the ways to reach it without a voice. */
const Danger = ({ moment }: { moment: Moment }) => {
  const { site } = moment
  return (
    <ul class="cards first">
      <Told site={site} words={dangerSaid} drawings={['danger', 'child']}>
        <RingBoard moment={moment} id="emergency-999" />
      </Told>
      <Card site={site} drawing="free" words={answersSaid} />
      <Card site={site} drawing="press-five" words={cannotSpeakWords} long />
      <Card site={site} drawing="type" words={relayWords} long />
    </ul>
  )
}

/** Lines that are confirmed, by need, each once, with what is so now. The others are on the page in full. */
const Numbers = ({ moment }: { moment: Moment }) => {
  const { site } = moment
  return (
    <>
      {linesByNeed(moment).groups.map(({ need, contacts }) => {
        const told = contacts.filter(({ service, again }) => phoneOf(service) && !again)
        return told.length ? (
          <section aria-labelledby={need}>
            <Said as="h3" id={need} site={site} words={needSaid[need]} />
            <English site={site} words={[needSaid[need]]} />
            <ul class="cards numbers">
              {told.map(({ service }) => (
                <li class="flow">
                  <Said as="h4" site={site} words={nameSaid(service.id)} />
                  <English
                    site={site}
                    title={{ in: (of) => `${nameOf(of, service.id)}.`, also: nameSaid(service.id).also ?? [] }}
                    words={[stateSaid(moment, service)]}
                  />
                  <RingBoard moment={moment} id={service.id} />
                </li>
              ))}
            </ul>
          </section>
        ) : null
      })}
    </>
  )
}
