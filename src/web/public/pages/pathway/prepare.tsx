import { raw } from 'hono/html'
import type { PackFlow } from '../../../../content/flows.ts'
import type { WordId } from '../../../../content/word-ids.ts'
import type { Answers } from '../../../../domain/flow/answers.ts'
import type { Entry, Flow, Question } from '../../../../domain/flow/flow.ts'
import { allRoutes, type Route } from '../../../../domain/flow/routes.ts'
import { rules } from '../../../../domain/pathway/rules.ts'
import { conditionWords } from '../../../../format/condition.ts'
import { Checked } from '../../../components/checked.tsx'
import { Terms } from '../../../components/terms.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Masthead } from '../../layout/masthead.tsx'
import type { Page, PageContent, PagesOf } from '../../layout/page.ts'
import { titleOfText } from '../../layout/title-of-text.ts'
import { pathwayAddress } from './frame.tsx'

/** The routes through the official form, each by the answers that open it. */
export const formRoutes = {
  child: { 'pv-under-age': 'yes' },
  adult: { 'pv-under-age': 'no', 'pv-want-to-submit-nrm': 'yes' },
  'duty-to-notify': { 'pv-under-age': 'no', 'pv-want-to-submit-nrm': 'no' },
} as const satisfies Record<string, Answers>
export type FormRoute = keyof typeof formRoutes

/** What a route is called. */
const nameOf = {
  child: 'prepare.child',
  adult: 'prepare.adult',
  'duty-to-notify': 'prepare.duty-to-notify',
} as const satisfies Record<FormRoute, WordId>

const address = `${pathwayAddress}/prepare`
const formRouteAddress = (route: FormRoute): string => `${address}/${route}`

const formOf = (locale: Locale): PackFlow => {
  const form = locale.pack.flows.get('nrm-form')
  if (!form) throw new Error('the pack has no official form')
  return form
}

/** What makes a referral good, and the three routes through the form. */
const prepare = ({ locale }: RenderContext): PageContent => {
  const page = locale.pack.pages.get('prepare')
  const { html, terms } = locale.markdown.page(page?.body ?? '')
  return {
    ...shell(locale),
    body: (
      <>
        <Masthead locale={locale} title={page?.title} lead={page?.lead} />
        <div class="wrap body stack">
          <section class="flow">
            <h2 id="routes">{locale.t('prepare.routes')}</h2>
            <ul class="prose-list">
              {(Object.keys(formRoutes) as FormRoute[]).map((route) => (
                <li>
                  <a href={formRouteAddress(route)}>{locale.t(nameOf[route])}</a>
                </li>
              ))}
            </ul>
          </section>
          <div class="prose">{raw(html)}</div>
          {page ? <Checked locale={locale} of={page} text={page.body} /> : null}
          <Terms locale={locale} ids={terms} />
        </div>
      </>
    ),
  }
}

export const preparePage: Page = { path: address, title: titleOfText('prepare'), render: prepare }

/** What the form asks on one route: every page that the route may meet, every entry, what must be filled. A list to tick on paper. */
const prepareRoute = ({ locale }: RenderContext, route: FormRoute): PageContent => {
  const { t } = locale
  const { flow, words } = formOf(locale)
  const { may, must, fewest, most } = pagesOn(locale, route)
  const sections = Map.groupBy(
    flow.questions.filter(({ id }) => may.has(id)),
    ({ section }) => section ?? '',
  )
  return {
    ...shell(locale),
    body: (
      <>
        <Masthead
          locale={locale}
          title={t(nameOf[route])}
          lead={t('prepare.pages', { fewest, most })}
          back={
            <a class="back" href={address}>
              {locale.pack.pages.get('prepare')?.title}
            </a>
          }
        />
        <div class="wrap body stack">
          <p>{t('prepare.legend')}</p>
          {[...sections].map(([section, questions]) => (
            <section class="flow checklist">
              <h2 id={section}>{words.sections.get(section)?.title}</h2>
              {questions.map((question) => (
                <FormPage locale={locale} question={question} route={route} always={must.has(question.id)} />
              ))}
            </section>
          ))}
        </div>
      </>
    ),
  }
}

export const formRoutePages: PagesOf = () =>
  (Object.keys(formRoutes) as FormRoute[]).map((route) => ({
    path: formRouteAddress(route),
    title: ({ t }) => t(nameOf[route]),
    render: (context) => prepareRoute(context, route),
  }))

const shell = (locale: Locale): Omit<PageContent, 'body'> => ({
  harmless: true,
  description: locale.pack.pages.get('prepare')?.description ?? '',
  exit: true,
  rest: true,
  sheet: 'beside',
})

const FormPage = ({ locale, question, route, always }: { locale: Locale; question: Question; route: FormRoute; always: boolean }) => {
  const { words } = formOf(locale)
  const own = words.questions.get(question.id)
  const asked = question.entries.filter((entry) => !off(entry, route))
  return (
    <div class="form-page">
      <h3>
        {own?.title}
        {always ? '' : ` (${locale.t('prepare.some')})`}
      </h3>
      {own?.hint ? <p class="small">{own.hint}</p> : null}
      {asked.length ? (
        <ul class="boxes">
          {asked.map((entry) => (
            <Box locale={locale} entry={entry} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const Box = ({ locale, entry }: { locale: Locale; entry: Entry }) => {
  const { t } = locale
  const { words } = formOf(locale)
  const own = words.entries.get(entry.id)
  const notes = [
    ...(entry.optional ? [] : [t('prepare.required')]),
    ...(entry.ask_if ? [t('prepare.only-if', { when: conditionWords(t, formOf(locale), entry.ask_if) })] : []),
    ...(entry.record?.dtn === 'with-consent' ? [t('prepare.with-consent')] : []),
  ]
  return (
    <li>
      <b>{own?.label}</b> {notes.length ? <span class="small">{notes.join(' · ')}</span> : null}
      {entry.options && entry.options.length > 1 ? (
        <span class="small">: {entry.options.map((o) => own?.options?.[o] ?? o).join(' / ')}</span>
      ) : null}
      {own?.hint ? <span class="small hint">{own.hint}</span> : null}
    </li>
  )
}

/** An entry that this route never asks: its condition reads an answer that opens the route, and it is another one. */
const off = ({ ask_if }: Entry, route: FormRoute): boolean => {
  const opens: Answers = formRoutes[route]
  return !!ask_if && 'answer' in ask_if && 'is' in ask_if && opens[ask_if.answer] !== undefined && opens[ask_if.answer] !== ask_if.is
}

const walked = new WeakMap<Flow, readonly Route[]>()

/** The pages that a route may meet, those that it always meets, and the fewest and most of them. */
const pagesOn = (locale: Locale, route: FormRoute) => {
  const { flow } = formOf(locale)
  // Its routes hang on no date.
  const all = walked.get(flow) ?? allRoutes(flow, { rules, today: Temporal.PlainDate.from(flow.head.checked) })
  walked.set(flow, all)
  const routes = all.filter(({ answers }) => Object.entries(formRoutes[route]).every(([id, value]) => answers[id] === value))
  const counts = routes.map(({ questions }) => questions.length)
  const may = new Set(routes.flatMap(({ questions }) => questions))
  const must = new Set([...may].filter((id) => routes.every(({ questions }) => questions.includes(id))))
  return { may, must, fewest: Math.min(...counts), most: Math.max(...counts) }
}
