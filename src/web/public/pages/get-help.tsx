import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { byNeed, type Need } from '../../../domain/services/needs.ts'
import { namesToSay } from '../../../format/names-to-say.ts'
import { NumberBoard, NumberLink } from '../../components/board.tsx'
import { DraftMeans, DraftNotice, LanguageRow, languageLinks } from '../../components/languages.tsx'
import { phoneOf, ServiceEntry } from '../../components/service.tsx'
import { linesData, Structured } from '../../components/structured.tsx'
import { English, Said, SaidHere, type Words } from '../../components/translated.tsx'
import { addressIn, easyAddress, picturesPath } from '../../context/addresses.ts'
import { addressFrom } from '../../context/published.ts'
import type { Moment, Site } from '../../context/site.ts'
import { clock, dayAndMonth, longDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'

/** Who to call now: danger first, then the lines by what a reader needs, each with what is so at this minute. In every language of the pack. */
export const getHelp = (moment: Moment): PageParts => {
  const { site } = moment
  const { pack } = site
  const text = pack.pages.get('get-help')
  const { groups, unconfirmed } = linesByNeed(moment)
  const told = groups.flatMap(({ contacts }) => contacts.filter(({ again }) => !again))
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
        {site.language ? null : <Structured data={linesData(moment, told)} />}
      </>
    ),
    above: <LanguageRow site={site} path="/get-help" />,
    body: (
      <div class="wrap">
        <DraftNotice site={site} />
        <div class="head">
          <div>
            <Said as="h1" site={site} words={titleSaid} />
            <English site={site} words={[titleSaid]} />
          </div>
          {site.language ? null : (
            <p class="small screen">
              {whenSaid(moment)(site)} · <a href={picturesPath}>{picturesSaid(site)}</a> ·{' '}
              <a href={easyAddress('get-help')}>{site.say('easy-read.name')}</a>
            </p>
          )}
        </div>
        <Danger site={site} />
        {site.language ? (
          <div class="small flow meant">
            <p class="screen">
              <a href={addressIn(site.language, picturesPath)}>
                <SaidHere site={site} words={picturesSaid} />
              </a>
              {site.still ? null : (
                <>
                  {' · '}
                  <SaidHere site={site} words={whenSaid(moment)} />
                </>
              )}
            </p>
            <English site={site} words={[picturesSaid, ...(site.still ? [] : [whenSaid(moment)])]} />
            <DraftMeans site={site} />
          </div>
        ) : null}
        {site.language ? <Interpreter site={site} /> : null}
        <div class="two get">
          <div>
            <section class="flow" aria-labelledby="lines">
              <Said as="h2" id="lines" site={site} words={calmSaid} />
              <p>
                <SaidHere site={site} words={troubleSaid} /> <SaidHere site={site} words={billSaid} />
              </p>
              <English site={site} title={{ in: (of) => `${String(calmSaid(of))}.` }} words={[troubleSaid, billSaid]} />
            </section>
            {groups.map(({ need, contacts }) =>
              contacts.length ? (
                <Lines site={site} id={idOf[need]} words={needSaid[need]} first={need === 'yourself' ? rightsSaid : undefined}>
                  {contacts.map((contact) => (
                    <ServiceEntry moment={moment} contact={contact} again={contact.again} />
                  ))}
                </Lines>
              ) : null,
            )}
            {unconfirmed.length ? (
              <Lines site={site} id="unconfirmed" screen words={({ say }) => say('get-help.unconfirmed')}>
                {unconfirmed.map((contact) => (
                  <ServiceEntry moment={moment} contact={contact} />
                ))}
              </Lines>
            ) : null}
          </div>
          <Side site={site} />
        </div>
      </div>
    ),
  }
}

/** The lines of the page as they are at a reader's moment. */
export const linesByNeed = ({ site, stateOf }: Moment) =>
  byNeed(site.pack.getHelp, (id) => {
    const service = site.services.get(id)
    return service ? { service, state: stateOf(id) } : null
  })

const idOf = { yourself: 'yourself', someone_else: 'someone-else' } as const satisfies Record<Need, string>
export const needSaid: Record<Need, (site: Site) => string> = {
  yourself: ({ say }) => say('get-help.yourself'),
  someone_else: ({ say }) => say('get-help.someone-else'),
}

type LinesProps = { site: Site; id: string; words: (site: Site) => string; screen?: true; first?: Words['in'] | undefined; children: Child }

/** `screen`: not printed, for paper outlives a doubt. `first`: to know before calling. */
const Lines = ({ site, id, words, screen, first, children }: LinesProps) => (
  <section class={screen ? 'need screen' : 'need'} aria-labelledby={id}>
    <Said as="h2" id={id} site={site} words={words} />
    <English site={site} words={[words]} />
    {first ? (
      <div class="flow screen">
        <Said as="p" site={site} words={first} />
        <English site={site} words={[first]} />
      </div>
    ) : null}
    <ul class="post">{children}</ul>
  </section>
)

/** The police are among the lines: who worries about immigration is told before they call. */
const rightsSaid = ({ say, markdown }: Site): Child => raw(markdown.inline(say('get-help.rights')))

export const titleSaid: Words = { in: ({ pack }) => pack.pages.get('get-help')?.title, also: ['page.get-help.title'] }
export const picturesSaid = ({ say }: Site) => say('get-help.pictures')
export const calmSaid = ({ say }: Site) => say('get-help.not-this-minute')
const troubleSaid = ({ say }: Site) => say('get-help.trouble')
export const billSaid = ({ say }: Site) => say('get-help.bill')

const whenSaid =
  ({ local }: Moment) =>
  ({ say, still }: Site): string =>
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
  const phone = telephone(site, 'emergency-999')
  if (!phone) return null
  return (
    <section class="danger" aria-labelledby="danger">
      <Said as="h2" id="danger" site={site} words={dangerSaid} />
      <NumberBoard site={site} name={site.say('get-help.ring-999')} phone={phone} look="sun" />
      <p>
        <SaidHere site={site} words={emergencySaid} /> <SaidHere site={site} words={freeSaid} />{' '}
        <SaidHere site={site} words={cannotSpeakWords} />
      </p>
      <Said as="p" site={site} words={relayWords} />
      <English site={site} title={dangerSaid} words={[emergencySaid, freeSaid, cannotSpeakWords, relayWords]} />
    </section>
  )
}

export const dangerSaid = ({ say }: Site) => say('get-help.danger')
/** Who answers 999: in Poland it is the ambulance, and in many languages the word for emergency is that for a hospital's. */
export const emergencySaid = ({ say }: Site) => <b>{say('get-help.ring-999')}.</b>
export const freeSaid = ({ say }: Site) => say('get-help.free')

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

/** How to be given an interpreter, and what happens when someone calls. */
const Interpreter = ({ site }: { site: Site }) => (
  <section class="note flow interpreter" aria-labelledby="interpreter">
    <Said as="h2" id="interpreter" site={site} words={({ say }) => say('get-help.interpreter-title')} />
    <p>
      <SaidHere site={site} words={interpreterSaid(site)} /> <SaidHere site={site} words={interpreterNote} />
    </p>
    <Said as="p" site={site} words={happensSaid} />
    <English
      site={site}
      title={({ say }) => `${say('get-help.interpreter-title')}.`}
      words={[interpreterSaid(site), interpreterNote, happensSaid]}
    />
  </section>
)

/** What to say to be given an interpreter for the language of `page`; in English, for whatever language it is. */
export const interpreterSaid =
  ({ language }: Site) =>
  ({ say, pack }: Site): string =>
    say('get-help.interpreter', {
      language: language ? namesToSay(pack.words.messages['get-help.interpreter'], language, say.locale) : '…',
    })

const interpreterNote = ({ say }: Site) => say('get-help.interpreter-note')
export const happensSaid = ({ say }: Site) => say('get-help.what-happens')

const Side = ({ site }: { site: Site }) => (
  <div class="side flow">
    <section class="aside flow" aria-labelledby="cannot-ring">
      <Said as="h2" id="cannot-ring" site={site} words={({ say }) => say('get-help.cannot-ring')} />
      <Said as="p" site={site} words={relayOtherWords} />
      <Said as="p" site={site} words={writeWords} />
      <English site={site} title={({ say }) => `${say('get-help.cannot-ring')}.`} words={[relayOtherWords, writeWords]} />
    </section>
    <section class="aside flow screen" aria-labelledby="safety">
      <Drawing site={site} name="phone" />
      <Said as="h2" id="safety" site={site} words={safetyTitle} />
      <Said as="p" site={site} words={safetyWords} />
      <English site={site} title={({ say }) => `${say('get-help.safety')}.`} words={[safetyWords]} />
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

export const safetyTitle = ({ say }: Site) => say('get-help.safety')
export const safetyWords = (site: Site): Child =>
  site.say.rich('get-help.safety-text', { a: (inner: Child) => <a href={addressFrom(site, '/your-safety')}>{inner}</a> })

/** A drawing of the pack inside the page, so that it takes the brand's colours. It says nothing that the text does not. */
export const Drawing = ({ site, name }: { site: Site; name: string }) => {
  const svg = site.pack.drawings.get(name)
  return svg ? raw(svg.replace('<svg', '<svg class="drawing" aria-hidden="true" focusable="false"')) : null
}
