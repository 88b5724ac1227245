import type { Reached } from '../../../../domain/flow/route.ts'
import { actionWords } from '../../../../domain/flow/words.ts'
import { clock, fullDate } from '../../../../format/when.ts'
import { besideAll, contactListAt } from '../../../components/contact-list.ts'
import { nameOf, phoneOf } from '../../../components/service.tsx'
import { stateWords } from '../../../components/state.tsx'
import type { RenderContext } from '../../../context/types.ts'
import { reachedBy, sureWords } from './action.tsx'
import { pathwayOf } from './frame.tsx'

/** An outcome as plain text, for a case file, with what was answered put in its place. */
export const outcomeText = (context: RenderContext, reached: Reached, answers: string): string => {
  const { locale } = context
  const { t } = locale
  const { flow, words } = pathwayOf(locale)
  const lines = (ids: readonly string[]): string[] => {
    const contacts = contactListAt(context, ids)
    const beside = besideAll(contacts)
    // A line for some places has its own right after it: another council's stands in the same list.
    const own = contacts.flatMap(({ service, beside }) => [service, ...(service.serves && beside ? [beside] : [])])
    return [...own, ...(beside ? [beside] : [])].map((service) => {
      const phone = phoneOf(service)
      const state = stateWords(context, service, context.stateOf(service.id))
      return `   ${nameOf(locale, service.id)}${phone ? `: ${phone.display} (${state})` : service.url ? `: ${service.url}` : ''}`
    })
  }
  return [
    `${words.outcomes.get(reached.id)?.title}`,
    t('get-help.when', { day: fullDate(context.local.toPlainDate()), time: clock(context.local) }),
    t('pathway.text-from', { site: locale.pack.brand.name, area: locale.pack.partnership.area, version: flow.head.version }),
    '',
    answers,
    ...reached.actions.flatMap((action, index) => {
      const of = actionWords(words, action)
      if (!of) return []
      const { ids, note } = reachedBy(locale, action)
      return [
        '',
        `${index + 1}. ${of.title}`,
        `   ${t('pathway.who')}: ${of.who}. ${t('pathway.by')}: ${of.by}.`,
        ...lines(ids),
        ...(note ? [`   ${withoutLinks(note)}`] : []),
        ...of.do.map((step) => `   - ${withoutLinks(step)}`),
        ...(of.say ? [`   ${t('pathway.say')}: ${of.say}`] : []),
        ...(action.form ? [`   ${t('pathway.form')}: ${action.form}`] : []),
        ...(action.lists ? locale.pack.sharingReasons.map(({ text, decides }) => `   - ${text} ${t('pathway.decides', { decides })}`) : []),
        `   ${withoutLinks(of.why)} ${t('pathway.source', { source: action.source })} ${t(sureWords[action.sure])}`,
      ]
    }),
  ].join('\n')
}

/** A link of Markdown as its words. */
const withoutLinks = (text: string): string => text.replace(/\[([^[\]]+)\]\([^)\]]*\)/g, '$1')
