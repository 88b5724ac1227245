import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { PageParts } from '../layout/shell.tsx'
import { NumberBoard, NumberLink } from '../parts/board.tsx'
import { English } from '../parts/english.tsx'
import { DraftMeans, DraftNotice, LanguageRow, languageLinks } from '../parts/languages.tsx'
import { phoneOf, ServiceEntry } from '../parts/service.tsx'
import { linesData, Structured } from '../parts/structured.tsx'
import type { Moment, Site } from '../site.ts'
import { addressIn, easyAddress, picturesPath } from '../words/addresses.ts'
import { lineUpAt } from '../words/line-up.ts'
import { addressFrom } from '../words/published.ts'
import { clock, dayAndMonth, longDate } from '../words/when.ts'

/** Who to contact now: danger first, then each line with what is so at this minute. In every language of the pack. */
export const getHelp = (moment: Moment): PageParts => {
  const { site } = moment
  const { say, pack } = site
  const text = pack.pages.get('get-help')
  const arranged = lineUpAt(moment, pack.getHelp)
  return {
    title: (site.language ? text?.title : text?.history_title) ?? text?.title ?? '',
    harmless: true,
    description: text?.description ?? '',
    path: addressIn(site.language, '/get-help'),
    nav: 'get-help',
    exit: true,
    head: (
      <>
        {languageLinks(site, '/get-help')}
        {/* In English only: a translated page carries the English too, and has no room left. */}
        {site.language ? null : <Structured data={linesData(moment, arranged)} />}
      </>
    ),
    above: <LanguageRow site={site} path="/get-help" />,
    body: (
      <div class="wrap">
        <DraftNotice site={site} />
        <div class="head">
          <div>
            <h1>{text?.title}</h1>
            <English site={site}>{(english) => english.pack.pages.get('get-help')?.title}</English>
          </div>
          {site.language ? null : (
            <p class="small screen">
              {whenWords(moment)} · <a href={picturesPath}>{say('get-help.pictures')}</a> ·{' '}
              <a href={easyAddress('get-help')}>{say('easy-read.name')}</a>
            </p>
          )}
        </div>
        <Danger site={site} />
        {site.language ? (
          <div class="small flow meant">
            <p class="screen">
              <a href={addressIn(site.language, picturesPath)}>{say('get-help.pictures')}</a>
              {site.still ? null : ` · ${whenWords(moment)}`}
            </p>
            <English site={site}>{(english) => `${english.say('get-help.pictures')} · ${whenWords({ ...moment, site: english })}`}</English>
            <DraftMeans site={site} />
          </div>
        ) : null}
        {site.language ? <Interpreter site={site} english={site.language.english} /> : null}
        <div class="two get">
          <section aria-labelledby="lines">
            <h2 id="lines">{say('get-help.not-this-minute')}</h2>
            <English site={site}>{(english) => english.say('get-help.not-this-minute')}</English>
            <ul class="post">
              {arranged.map((contact) => (
                <ServiceEntry moment={moment} contact={contact} />
              ))}
            </ul>
          </section>
          <Side site={site} />
        </div>
      </div>
    ),
  }
}

const whenWords = ({ site: { say, still }, local }: Moment): string =>
  still
    ? say('still.when', { date: longDate(local.toPlainDate(), say.locale) })
    : say('get-help.when', { day: dayAndMonth(local.toPlainDate(), say.locale), time: clock(local, say.locale) })

const strong = (inner: Child) => <b>{inner}</b>

const telephone = (site: Site, id: string) => {
  const service = site.services.get(id)
  return service ? phoneOf(service) : null
}

/** 999, and the ways to reach it without a voice, as the sources word them. */
export const Danger = ({ site }: { site: Site }) => {
  const { say } = site
  const phone = telephone(site, 'emergency-999')
  if (!phone) return null
  return (
    <section class="danger" aria-labelledby="danger">
      <h2 id="danger">{say('get-help.danger')}</h2>
      <NumberBoard site={site} name={say('get-help.ring-999')} phone={phone} look="sun" />
      <p>{silentWords(site)}</p>
      <p>{relayWords(site)}</p>
      <English site={site}>
        {(english) => (
          <>
            <b>{english.say('get-help.danger')}</b> {silentWords(english)} {relayWords(english)}
          </>
        )}
      </English>
    </section>
  )
}

const silentWords = (site: Site): Child => (
  <>
    {site.say('get-help.free')} {cannotSpeakWords(site)}
  </>
)

export const cannotSpeakWords = ({ say }: Site): Child => say.rich('get-help.silent', { key: <bdi>55</bdi>, b: strong })

export const relayWords = (site: Site): Child => {
  const [phone, relay] = [telephone(site, 'emergency-999'), telephone(site, 'emergency-999-text')]
  if (!phone || !relay) return null
  return site.say.rich('get-help.relay', {
    number: relay.display,
    emergency: phone.display,
    b: strong,
    a: (inner: Child) => <NumberLink phone={relay}>{inner}</NumberLink>,
  })
}

/** How to be given an interpreter, and what happens when one rings. */
const Interpreter = ({ site, english: name }: { site: Site; english: string }) => {
  const words = ({ say }: Site) => (
    <>
      {say('get-help.interpreter', { language: name })} {say('get-help.interpreter-note')}
    </>
  )
  return (
    <section class="note flow interpreter" aria-labelledby="interpreter">
      <h2 id="interpreter">{site.say('get-help.interpreter-title')}</h2>
      <p>{words(site)}</p>
      <p>{site.say('get-help.what-happens')}</p>
      <English site={site}>
        {(english) => (
          <>
            <b>{english.say('get-help.interpreter-title')}.</b> {words(english)} {english.say('get-help.what-happens')}
          </>
        )}
      </English>
    </section>
  )
}

const Side = ({ site }: { site: Site }) => (
  <div class="side flow">
    <section class="aside flow" aria-labelledby="cannot-ring">
      <h2 id="cannot-ring">{site.say('get-help.cannot-ring')}</h2>
      <p>{relayOtherWords(site)}</p>
      <p>{writeWords(site)}</p>
      <English site={site}>
        {(english) => (
          <>
            <b>{english.say('get-help.cannot-ring')}.</b> {relayOtherWords(english)} {writeWords(english)}
          </>
        )}
      </English>
    </section>
    <section class="aside flow screen" aria-labelledby="safety">
      <Drawing site={site} name="phone" />
      <h2 id="safety">{site.say('get-help.safety')}</h2>
      <p>{safetyWords(site)}</p>
      <p>{site.say('get-help.bill')}</p>
      <English site={site}>
        {(english) => (
          <>
            <b>{english.say('get-help.safety')}.</b> {safetyWords(english)} {english.say('get-help.bill')}
          </>
        )}
      </English>
    </section>
  </div>
)

const relayOtherWords = (site: Site): Child => {
  const relay = telephone(site, 'police-101-text')
  return (
    relay &&
    site.say.rich('get-help.relay-other', { number: relay.display, a: (inner: Child) => <NumberLink phone={relay}>{inner}</NumberLink> })
  )
}

const writeWords = (site: Site): Child => {
  const url = site.services.get('modern-slavery-helpline-form')?.url
  return url && site.say.rich('get-help.write', { a: (inner: Child) => <a href={url}>{inner}</a> })
}

export const safetyWords = (site: Site): Child =>
  site.say.rich('get-help.safety-text', { a: (inner: Child) => <a href={addressFrom(site, '/your-safety')}>{inner}</a> })

/** A drawing of the pack inside the page, so that it takes the brand's colours. It says nothing that the text does not. */
export const Drawing = ({ site, name }: { site: Site; name: string }) => {
  const svg = site.pack.drawings.get(name)
  return svg ? raw(svg.replace('<svg', '<svg class="drawing" aria-hidden="true" focusable="false"')) : null
}
