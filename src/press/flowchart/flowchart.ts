import type { Pack } from '../../content/pack.ts'
import type { WordId } from '../../content/word-ids.ts'
import type { Condition } from '../../domain/flow/condition.ts'
import type { Action, Flow } from '../../domain/flow/flow.ts'
import { outcome } from '../../domain/flow/route.ts'
import { rules } from '../../domain/flow/rules.ts'
import type { FlowWords } from '../../domain/flow/words.ts'
import type { Kind } from '../kind.ts'
import type { Edition, Output } from '../output.ts'
import { englishOf, type Setting, settingOf, type Tongue } from '../paper/edition.ts'
import { checkedOn, displayOf } from '../paper/lines.ts'

type Step = {
  title: string
  by: string
  who: string
  /** For whom alone it is; `answer`: to which question. */
  only: { answer: string | null; text: string } | null
  /** Said where the source is weak. */
  unsure: string | null
  /** What not to do has no other words. */
  dont: readonly string[]
  lines: readonly { name: string; number: string }[]
}

export type FlowchartData = {
  setting: Setting
  title: string
  lead: string
  /** Questions in their order. `away`: the answer that leads off the sheet, and where to; `on`: the answers that lead further. */
  questions: readonly {
    title: string
    hint: string
    away: { answer: string; to: string; number: string | null } | null
    on: string | null
  }[]
  /** What is done whatever the answers at the end; then, for each way through, what is done there besides. */
  shared: { title: string; steps: readonly Step[] }
  ends: readonly { answer: string; title: string; steps: readonly Step[] }[]
  /** Names the question whose answer decides which end. */
  decides: string
  foot: string
  address: string
}

const sides = ['child', 'adult'] as const
type Side = (typeof sides)[number]

/** The pathway on one page, for a child and for an adult, drawn from the flow itself. */
export const flowchart: Kind<FlowchartData> = {
  name: 'flowchart',
  outputs: (pack: Pack, edition: Edition) => {
    const found = pack.flows.get('pathway')
    return found ? sides.map((side) => chart(englishOf(pack), found.flow, found.words, side, edition)) : []
  },
  maker: () => import('./draw.ts'),
}

/** Answers that lead through the flow to an end, but for those that decide which. */
const through = { danger: 'no', organisation: 'council', situation: [] as string[] }
const ages: Record<Side, readonly string[]> = { child: ['yes', 'not-sure'], adult: ['no'] }

/** Organisations and results of the official rule, as conditions name them. Who is named in the step itself needs no words. */
const onlyWords: Record<string, WordId> = {
  police: 'press.flow-police',
  'not police': 'press.flow-not-police',
  'may-refer': 'press.flow-may-refer',
  'not may-refer': 'press.flow-may-not-refer',
  'duty-to-notify': 'press.flow-duty',
  'nothing-to-send': 'press.flow-no-duty',
}

const chart = (tongue: Tongue, flow: Flow, words: FlowWords, side: Side, { now, origin }: Edition): Output<FlowchartData> => {
  const { pack, say } = tongue
  const world = { rules, today: now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate() }
  const label = (entry: string, option: string) => words.entries.get(entry)?.options?.[option] ?? option
  const joined = (entry: string, options: readonly string[]) => options.map((option) => label(entry, option)).join(` ${say('pathway.or')} `)
  const optionsOf = (entry: string) => flow.questions.flatMap(({ entries }) => entries).find(({ id }) => id === entry)?.options ?? []

  const step = ({ id, if: when, services, sure }: Action): Step => {
    const text = words.actions.get(id)
    return {
      title: text?.title ?? id,
      who: text?.who ?? '',
      by: text?.by ?? '',
      only: when ? only(when) : null,
      unsure: sure === 'C' || sure === '?' ? say('site.unsure') : null,
      dont: id === 'do-not' ? (text?.do ?? []) : [],
      lines: services.flatMap((service) => {
        const number = displayOf(tongue, service)
        return number ? [{ name: pack.serviceWords.get(service)?.name ?? service, number }] : []
      }),
    }
  }
  const asked = flow.questions.filter(({ ask_if }) => side === 'adult' || ask_if === undefined)
  const answerTo = (question: string) => say('press.flow-answer', { number: asked.findIndex(({ id }) => id === question) + 1 })
  const only = (condition: Condition): Step['only'] => {
    if ('all' in condition) return condition.all.map(only).find((text) => text !== null) ?? null
    if ('rule' in condition) return named(condition.is)
    if ('not' in condition)
      return 'one_of' in condition.not && typeof condition.not.one_of === 'string' ? named(`not ${condition.not.one_of}`) : null
    if (!('one_of' in condition)) return null
    if (typeof condition.one_of === 'string') return named(condition.one_of)
    return { answer: answerTo(condition.answer), text: joined(condition.answer, condition.one_of) }
  }
  const named = (key: string): Step['only'] => {
    const id = onlyWords[key]
    return id ? { answer: null, text: say(id) } : null
  }

  // Which end each answer leads to is asked of the walker, so that the sheet cannot say otherwise than the pages.
  const age = ages[side]
  const decisions: Record<string, string>[] =
    side === 'child' ? age.map((under) => ({ 'under-18': under })) : optionsOf('contact').map((contact) => ({ 'under-18': 'no', contact }))
  const reached = decisions.map((decided) => ({
    decided,
    id: outcome(flow, { ...through, ...decided, nation: pack.partnership.nation }, world)?.id ?? '',
  }))
  const endIds = [...new Set(reached.map(({ id }) => id))]
  const elsewhere = (action: Action) => action.if !== undefined && 'any' in action.if && action.id.startsWith('in-')
  const at = (end: string) => flow.actions.filter((action) => action.on.includes(end) && !elsewhere(action))
  const inAll = at(endIds[0] ?? '').filter((action) => endIds.every((end) => action.on.includes(end)))
  const date = [checkedOn(tongue), flow.head.checked].reduce((a, b) => (a > b ? a : b))
  return {
    id: `flowchart-${side}`,
    kind: 'flowchart',
    file: `flowchart-${side}.pdf`,
    title: say('press.flowchart', { title: say(side === 'child' ? 'press.flow-child' : 'press.flow-adult') }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      setting: settingOf(tongue, date),
      title: say(side === 'child' ? 'press.flow-child' : 'press.flow-adult'),
      lead: say('pathway.name'),
      questions: asked.map(({ id, go }) => {
        const text = words.questions.get(id)
        const out = go.find((way) => way.if && flow.outcomes.some((end) => end.id === way.to) && 'answer' in way.if && way.if.answer === id)
        const other = optionsOf('under-18').filter((option) => !age.includes(option))
        const away =
          id === 'under-18'
            ? {
                answer: joined('under-18', other),
                to: say(side === 'child' ? 'press.flow-see-adult' : 'press.flow-see-child'),
                number: null,
              }
            : out?.if && 'is' in out.if
              ? { answer: label(id, out.if.is), to: words.outcomes.get(out.to)?.title ?? '', number: displayOf(tongue, 'emergency-999') }
              : null
        const stays =
          id === 'under-18'
            ? joined(id, age)
            : out?.if && 'is' in out.if
              ? joined(
                  id,
                  optionsOf(id).filter((o) => o !== (out.if as { is?: string }).is),
                )
              : null
        return { title: text?.title ?? id, hint: text?.hint ?? '', away, on: stays }
      }),
      shared: {
        title: endIds.length > 1 ? say('press.flow-shared') : (words.outcomes.get(endIds[0] ?? '')?.title ?? ''),
        steps: inAll.map(step),
      },
      ends:
        endIds.length > 1
          ? endIds.map((end) => ({
              answer: joined(
                'contact',
                reached.filter(({ id }) => id === end).map(({ decided }) => decided.contact ?? ''),
              ),
              title: words.outcomes.get(end)?.title ?? end,
              steps: at(end)
                .filter((action) => !inAll.includes(action))
                .map(step),
            }))
          : [],
      decides: answerTo('contact'),
      foot: say('press.flow-foot', { version: String(flow.head.version) }),
      address: `${origin}/pathway`,
    },
  }
}
