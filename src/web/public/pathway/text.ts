import type { Reached } from '../../../domain/flow/route.ts'
import { actionWords } from '../../../domain/flow/words.ts'
import { besideAll, lineUpAt } from '../../components/contact-list.ts'
import { nameOf, phoneOf } from '../../components/service.tsx'
import { stateWords } from '../../components/state.tsx'
import type { Moment } from '../../context/site.ts'
import { clock, fullDate } from '../../words/when.ts'
import { reachedBy, sureWords } from './action.tsx'
import { pathwayOf } from './frame.tsx'

/** An outcome as plain text, for a case file, with what was answered put in its place. */
export const outcomeText = (moment: Moment, reached: Reached, answers: string): string => {
  const { site } = moment
  const { say } = site
  const { flow, words } = pathwayOf(site)
  const lines = (ids: readonly string[]): string[] => {
    const contacts = lineUpAt(moment, ids)
    const beside = besideAll(contacts)
    // A line for some places has its own right after it: another council's stands in the same list.
    const own = contacts.flatMap(({ service, beside }) => [service, ...(service.serves && beside ? [beside] : [])])
    return [...own, ...(beside ? [beside] : [])].map((service) => {
      const phone = phoneOf(service)
      const state = stateWords(moment, service, moment.stateOf(service.id))
      return `   ${nameOf(site, service.id)}${phone ? `: ${phone.display} (${state})` : service.url ? `: ${service.url}` : ''}`
    })
  }
  return [
    `${words.outcomes.get(reached.id)?.title}`,
    say('get-help.when', { day: fullDate(moment.local.toPlainDate()), time: clock(moment.local) }),
    say('pathway.text-from', { site: site.pack.brand.name, area: site.pack.partnership.area, version: flow.head.version }),
    '',
    answers,
    ...reached.actions.flatMap((action, index) => {
      const of = actionWords(words, action)
      if (!of) return []
      const { ids, note } = reachedBy(site, action)
      return [
        '',
        `${index + 1}. ${of.title}`,
        `   ${say('pathway.who')}: ${of.who}. ${say('pathway.by')}: ${of.by}.`,
        ...lines(ids),
        ...(note ? [`   ${withoutLinks(note)}`] : []),
        ...of.do.map((step) => `   - ${withoutLinks(step)}`),
        ...(of.say ? [`   ${say('pathway.say')}: ${of.say}`] : []),
        ...(action.form ? [`   ${say('pathway.form')}: ${action.form}`] : []),
        ...(action.lists ? site.pack.sharingReasons.map(({ text, decides }) => `   - ${text} ${say('pathway.decides', { decides })}`) : []),
        `   ${withoutLinks(of.why)} ${say('pathway.source', { source: action.source })} ${say(sureWords[action.sure])}`,
      ]
    }),
  ].join('\n')
}

/** A link of Markdown as its words. */
const withoutLinks = (text: string): string => text.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
