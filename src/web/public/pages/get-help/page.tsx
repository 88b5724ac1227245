import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { byNeed, type Need } from '../../../../domain/services/needs.ts'
import { namesToSay } from '../../../../format/names-to-say.ts'
import { clock, dayAndMonth, longDate } from '../../../../format/when.ts'
import { NumberBoard, NumberLink } from '../../../components/board.tsx'
import { Drawing } from '../../../components/drawing.tsx'
import { DraftMeans, DraftNotice, LanguageRow, languageLinks } from '../../../components/languages.tsx'
import { phoneOf, ServiceEntry } from '../../../components/service.tsx'
import { linesData, Structured } from '../../../components/structured.tsx'
import { English, Said, SaidHere, type Words } from '../../../components/translated.tsx'
import { addressIn, easyAddress, picturesPath } from '../../../context/addresses.ts'
import { addressFrom } from '../../../context/published.ts'
import type { Locale, RenderContext } from '../../../context/types.ts'
import type { Page, PageContent } from '../../layout/page.ts'

/** Who to call now: danger first, then the lines by what a reader needs, each with what is so at this minute. In every language of the pack. */
const getHelp = (context: RenderContext): PageContent => {
  const { locale } = context
  const { pack } = locale
  const text = pack.pages.get('get-help')
  const { groups, unconfirmed } = linesByNeed(context)
  const told = groups.flatMap(({ contacts }) => contacts.filter(({ again }) => !again))
  return {
    harmless: true,
    description: text?.description ?? '',
    nav: 'get-help',
    exit: true,
    head: (
      <>
        {languageLinks(locale, '/get-help')}
        {/* In English only: a translated page carries the English too, and has no room left. */}
        {locale.language ? null : <Structured data={linesData(context, told)} />}
      </>
    ),
    above: <LanguageRow locale={locale} path="/get-help" />,
    body: (
      <div class="wrap">
        <DraftNotice locale={locale} />
        <div class="head">
          <div>
            <Said as="h1" locale={locale} words={titleSaid} />
            <English locale={locale} words={[titleSaid]} />
          </div>
          {locale.language ? null : (
            <p class="small screen">
              {whenSaid(context)(locale)} · <a href={picturesPath}>{picturesSaid(locale)}</a> ·{' '}
              <a href={easyAddress('get-help')}>{locale.t('easy-read.name')}</a>
            </p>
          )}
        </div>
        <Danger locale={locale} />
        {locale.language ? (
          <div class="small flow meant">
            <p class="screen">
              <a href={addressIn(locale.language, picturesPath)}>
                <SaidHere locale={locale} words={picturesSaid} />
              </a>
              {locale.site.publishing.static ? null : (
                <>
                  {' · '}
                  <SaidHere locale={locale} words={whenSaid(context)} />
                </>
              )}
            </p>
            <English locale={locale} words={[picturesSaid, ...(locale.site.publishing.static ? [] : [whenSaid(context)])]} />
            <DraftMeans locale={locale} />
          </div>
        ) : null}
        {locale.language ? <Interpreter locale={locale} /> : null}
        <div class="two get">
          <div>
            <section class="flow" aria-labelledby="lines">
              <Said as="h2" id="lines" locale={locale} words={calmSaid} />
              <p>
                <SaidHere locale={locale} words={troubleSaid} /> <SaidHere locale={locale} words={billSaid} />
              </p>
              <English locale={locale} title={{ in: (of) => `${String(calmSaid(of))}.` }} words={[troubleSaid, billSaid]} />
            </section>
            {groups.map(({ need, contacts }) =>
              contacts.length ? (
                <Lines locale={locale} id={idOf[need]} words={needSaid[need]} first={need === 'yourself' ? rightsSaid : undefined}>
                  {contacts.map((contact) => (
                    <ServiceEntry context={context} contact={contact} again={contact.again} />
                  ))}
                </Lines>
              ) : null,
            )}
            {unconfirmed.length ? (
              <Lines locale={locale} id="unconfirmed" screen words={({ t }) => t('get-help.unconfirmed')}>
                {unconfirmed.map((contact) => (
                  <ServiceEntry context={context} contact={contact} />
                ))}
              </Lines>
            ) : null}
          </div>
          <Side locale={locale} />
        </div>
      </div>
    ),
  }
}

/** What a history calls it; in another language its title, for there it has no other that has been translated. */
export const helpTitle = ({ language, pack }: Locale): string => {
  const text = pack.pages.get('get-help')
  return (language ? text?.title : text?.history_title) ?? text?.title ?? ''
}

export const getHelpPage: Page = {
  path: '/get-help',
  title: helpTitle,
  render: getHelp,
  menu: { id: 'get-help', top: 1, foot: 1 },
  texts: 'get-help',
  // It says when it was so.
  holds: 'minute',
}

/** The lines of the page as they are at a reader's moment. */
export const linesByNeed = ({ locale, stateOf }: RenderContext) =>
  byNeed(locale.pack.getHelp, (id) => {
    const service = locale.site.services.get(id)
    return service ? { service, state: stateOf(id) } : null
  })

const idOf = { yourself: 'yourself', someone_else: 'someone-else' } as const satisfies Record<Need, string>
export const needSaid: Record<Need, (locale: Locale) => string> = {
  yourself: ({ t }) => t('get-help.yourself'),
  someone_else: ({ t }) => t('get-help.someone-else'),
}

type LinesProps = {
  locale: Locale
  id: string
  words: (locale: Locale) => string
  screen?: true
  first?: Words['in'] | undefined
  children: Child
}

/** `screen`: not printed, for paper outlives a doubt. `first`: to know before calling. */
const Lines = ({ locale, id, words, screen, first, children }: LinesProps) => (
  <section class={screen ? 'need screen' : 'need'} aria-labelledby={id}>
    <Said as="h2" id={id} locale={locale} words={words} />
    <English locale={locale} words={[words]} />
    {first ? (
      <div class="flow screen">
        <Said as="p" locale={locale} words={first} />
        <English locale={locale} words={[first]} />
      </div>
    ) : null}
    <ul class="post">{children}</ul>
  </section>
)

/** The police are among the lines: who worries about immigration is told before they call. */
const rightsSaid = ({ t, markdown }: Locale): Child => raw(markdown.inline(t('get-help.rights')))

export const titleSaid: Words = { in: ({ pack }) => pack.pages.get('get-help')?.title, also: ['page.get-help.title'] }
export const picturesSaid = ({ t }: Locale) => t('get-help.pictures')
export const calmSaid = ({ t }: Locale) => t('get-help.not-this-minute')
const troubleSaid = ({ t }: Locale) => t('get-help.trouble')
export const billSaid = ({ t }: Locale) => t('get-help.bill')

const whenSaid =
  ({ local }: RenderContext) =>
  ({
    t,
    site: {
      publishing: { static: still },
    },
  }: Locale): string =>
    still
      ? t('still.when', { date: longDate(local.toPlainDate(), t.locale) })
      : t('get-help.when', { day: dayAndMonth(local.toPlainDate(), t.locale), time: clock(local, t.locale) })

const strong = (inner: Child) => <b>{inner}</b>

const telephone = (locale: Locale, id: string) => {
  const service = locale.site.services.get(id)
  return service ? phoneOf(service) : null
}

/** 999, and the ways to reach it without a voice, as the sources word them. */
export const Danger = ({ locale }: { locale: Locale }) => {
  const phone = telephone(locale, 'emergency-999')
  if (!phone) return null
  return (
    <section class="danger" aria-labelledby="danger">
      <Said as="h2" id="danger" locale={locale} words={dangerSaid} />
      <NumberBoard locale={locale} name={locale.t('get-help.ring-999')} phone={phone} look="sun" />
      <p>
        <SaidHere locale={locale} words={emergencySaid} /> <SaidHere locale={locale} words={freeSaid} />{' '}
        <SaidHere locale={locale} words={cannotSpeakWords} />
      </p>
      <Said as="p" locale={locale} words={relayWords} />
      <English locale={locale} title={dangerSaid} words={[emergencySaid, freeSaid, cannotSpeakWords, relayWords]} />
    </section>
  )
}

export const dangerSaid = ({ t }: Locale) => t('get-help.danger')
/** Who answers 999: in Poland it is the ambulance, and in many languages the word for emergency is that for a hospital's. */
export const emergencySaid = ({ t }: Locale) => <b>{t('get-help.ring-999')}.</b>
export const freeSaid = ({ t }: Locale) => t('get-help.free')

export const cannotSpeakWords = ({ t }: Locale): Child => t.rich('get-help.silent', { key: <bdi>55</bdi>, b: strong })

export const relayWords = (locale: Locale): Child => {
  const [phone, relay] = [telephone(locale, 'emergency-999'), telephone(locale, 'emergency-999-text')]
  if (!phone || !relay) return null
  return locale.t.rich('get-help.relay', {
    number: relay.display,
    emergency: phone.display,
    b: strong,
    a: (inner: Child) => <NumberLink phone={relay}>{inner}</NumberLink>,
  })
}

/** How to be given an interpreter, and what happens when someone calls. */
const Interpreter = ({ locale }: { locale: Locale }) => (
  <section class="note flow interpreter" aria-labelledby="interpreter">
    <Said as="h2" id="interpreter" locale={locale} words={({ t }) => t('get-help.interpreter-title')} />
    <p>
      <SaidHere locale={locale} words={interpreterSaid(locale)} /> <SaidHere locale={locale} words={interpreterNote} />
    </p>
    <Said as="p" locale={locale} words={happensSaid} />
    <English
      locale={locale}
      title={({ t }) => `${t('get-help.interpreter-title')}.`}
      words={[interpreterSaid(locale), interpreterNote, happensSaid]}
    />
  </section>
)

/** What to say to be given an interpreter for the language of `page`; in English, for whatever language it is. */
export const interpreterSaid =
  ({ language }: Locale) =>
  ({ t, pack }: Locale): string =>
    t('get-help.interpreter', {
      language: language ? namesToSay(pack.words.messages['get-help.interpreter'], language, t.locale) : '…',
    })

const interpreterNote = ({ t }: Locale) => t('get-help.interpreter-note')
export const happensSaid = ({ t }: Locale) => t('get-help.what-happens')

const Side = ({ locale }: { locale: Locale }) => (
  <div class="side flow">
    <section class="aside flow" aria-labelledby="cannot-ring">
      <Said as="h2" id="cannot-ring" locale={locale} words={({ t }) => t('get-help.cannot-ring')} />
      <Said as="p" locale={locale} words={relayOtherWords} />
      <Said as="p" locale={locale} words={writeWords} />
      <English locale={locale} title={({ t }) => `${t('get-help.cannot-ring')}.`} words={[relayOtherWords, writeWords]} />
    </section>
    <section class="aside flow screen" aria-labelledby="safety">
      <Drawing locale={locale} name="phone" />
      <Said as="h2" id="safety" locale={locale} words={safetyTitle} />
      <Said as="p" locale={locale} words={safetyWords} />
      <English locale={locale} title={({ t }) => `${t('get-help.safety')}.`} words={[safetyWords]} />
    </section>
  </div>
)

const relayOtherWords = (locale: Locale): Child => {
  const relay = telephone(locale, 'police-101-text')
  return (
    relay &&
    locale.t.rich('get-help.relay-other', { number: relay.display, a: (inner: Child) => <NumberLink phone={relay}>{inner}</NumberLink> })
  )
}

const writeWords = (locale: Locale): Child => {
  const url = locale.site.services.get('modern-slavery-helpline-form')?.url
  return url && locale.t.rich('get-help.write', { a: (inner: Child) => <a href={url}>{inner}</a> })
}

export const safetyTitle = ({ t }: Locale) => t('get-help.safety')
export const safetyWords = (locale: Locale): Child =>
  locale.t.rich('get-help.safety-text', { a: (inner: Child) => <a href={addressFrom(locale, '/your-safety')}>{inner}</a> })
