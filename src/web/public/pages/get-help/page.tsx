import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { byNeed, type Need } from '../../../../domain/services/needs.ts'
import { clock, dayAndMonth, longDate } from '../../../../format/when.ts'
import { DraftNotice, LanguageRow, languageLinks } from '../../../components/languages.tsx'
import { RingBoard } from '../../../components/pictured.tsx'
import { nameSaid, ServiceEntry } from '../../../components/service.tsx'
import { linesData, Structured } from '../../../components/structured.tsx'
import { EnglishFallback, Translated, TranslatedInline, type Words } from '../../../components/translated.tsx'
import { addressIn, easyAddress, picturesPath } from '../../../context/addresses.ts'
import type { Locale, RenderContext } from '../../../context/types.ts'
import type { Page, PageContent } from '../../layout/page.ts'
import { titleOfText } from '../../layout/title-of-text.ts'
import { Danger } from './danger.tsx'
import { Interpreter } from './interpreter.tsx'
import { Side } from './side.tsx'
import { telephone } from './telephone.ts'

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
        <DraftNotice locale={locale} words={[titleSaid]} />
        <div class="head">
          <Translated as="h1" locale={locale} words={titleSaid} />
          {locale.language ? null : (
            <p class="small screen">
              {whenSaid(context)(locale)} · <a href={picturesPath}>{picturesSaid(locale)}</a> ·{' '}
              <a href={easyAddress('get-help')}>{locale.t('easy-read.name')}</a>
            </p>
          )}
        </div>
        <Danger locale={locale} />
        {locale.language ? (
          <p class="small meant screen">
            <a href={addressIn(locale.language, picturesPath)}>
              <TranslatedInline locale={locale} words={picturesSaid} />
            </a>
            {locale.site.publishing.static ? null : (
              <>
                {' · '}
                <TranslatedInline locale={locale} words={whenSaid(context)} />
              </>
            )}
          </p>
        ) : null}
        {locale.language ? (
          <>
            <Calm context={context} />
            <Interpreter locale={locale} />
          </>
        ) : null}
        <div class="two get">
          <div>
            <section class="flow" aria-labelledby="lines">
              <Translated as="h2" id="lines" locale={locale} words={calmSaid} />
              <p>
                <TranslatedInline locale={locale} words={troubleSaid} /> <TranslatedInline locale={locale} words={billSaid} />
              </p>
              <EnglishFallback locale={locale} title={calmSaid} words={[troubleSaid, billSaid]} />
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

/** The helpline, where what is said of interpreters stands before the lines: whoever reads no further has found it. */
const Calm = ({ context }: { context: RenderContext }) => {
  const { locale } = context
  const id = locale.pack.roles.helpline
  return telephone(locale, id) ? (
    <div class="meant calm flow">
      <p>
        <b>
          <TranslatedInline locale={locale} words={calmSaid} />
        </b>
        <br />
        <TranslatedInline locale={locale} words={nameSaid(id)} />
      </p>
      <RingBoard context={context} id={id} />
    </div>
  ) : null
}

/** What a history calls it, in every language: a title that gives nothing away, in English until it has been translated. */
export const helpTitle = titleOfText('get-help')

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
    <Translated as="h2" id={id} locale={locale} words={words} />
    {first ? (
      <div class="flow screen">
        <Translated as="p" locale={locale} words={first} />
      </div>
    ) : null}
    <EnglishFallback locale={locale} title={words} words={first ? [first] : []} />
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
      publishing: { static: staticSite },
    },
  }: Locale): string =>
    staticSite
      ? t('still.when', { date: longDate(local.toPlainDate(), t.locale) })
      : t('get-help.when', { day: dayAndMonth(local.toPlainDate(), t.locale), time: clock(local, t.locale) })
