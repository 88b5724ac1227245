import type { Pack } from '../../../content/pack.ts'
import type { WordId } from '../../../content/word-ids.ts'
import type { Answers } from '../../../domain/flow/answers.ts'
import type { Condition } from '../../../domain/flow/condition.ts'
import { type Entry, entriesOf, type Flow, type Question } from '../../../domain/flow/flow.ts'
import { outcome, type ReachedAction, route } from '../../../domain/flow/route.ts'
import { lookIn, offeredOf, walk } from '../../../domain/flow/walk.ts'
import { actionWords, type FlowWords } from '../../../domain/flow/words.ts'
import { rules } from '../../../domain/pathway/rules.ts'
import { englishLocale, type Locale } from '../../../format/locale.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'
import { checkedOn, displayOf } from '../../shared/paper/lines.ts'
import { ask, type Shown } from './chart.ts'
import { type Group, inNation, organisationsIn, type Tag } from './organisations.ts'

type Line = { name: string; number: string }

type Step = {
  title: string
  who: string
  by: string
  tag: Tag | null
  /** Lanes that have it, where not all have: `B, C, D`. */
  lanes: string | null
  /** Its source is weak: a † stands by its title. */
  unsure: boolean
  /** What some organisations read instead. */
  also: readonly { tag: Tag; title: string }[]
  /** What must be ticked besides. */
  with: string | null
  /** What is listed under it. */
  list: readonly string[]
  lines: readonly Line[]
}

/** Where an answer leads: to a question of the sheet, or off it. */
type Lead = { go: number | null; text: string | null; number: string | null; lines: readonly Line[] }

export type FlowchartData = {
  setting: Setting
  title: string
  lead: string
  /** The questions before the one that decides, each with every answer. */
  gates: readonly { title: string; hint: string; answers: readonly { label: string; lead: Lead }[] }[]
  /** What more than half of the lanes have, due at once and later. */
  goTo: string
  /** For a sheet of two pages. */
  turn: string
  second: string
  first: { title: string; steps: readonly Step[] }
  always: { title: string; steps: readonly Step[] }
  dont: { title: string; items: readonly string[] }
  /** The question that decides, or, where none does, the end itself: then its one lane has neither letter nor answer. */
  decides: {
    number: number | null
    title: string
    hint: string
    lanes: readonly { letter: string; answer: string; steps: readonly Step[] }[]
  }
  /** What may apply besides. */
  several: { number: number; title: string; hint: string; cards: readonly { label: string; steps: readonly Step[] }[] } | null
  /** Who may send the form. */
  responders: { title: string; text: string }
  doubt: string
  foot: string
  address: string
}

const sides = ['child', 'adult'] as const
type Side = (typeof sides)[number]

/** The pathway on paper, for a child and for an adult, drawn from the flow itself: every answer, and where it leads. */
export const flowchart: Kind<FlowchartData> = {
  name: 'flowchart',
  outputs: (pack: Pack, edition: Edition) => {
    const found = pack.flows.get('pathway')
    return found ? sides.map((side) => chart(englishLocale(pack), found.flow, found.words, side, edition)) : []
  },
  maker: () => import('./draw.ts'),
}

const ages: Record<Side, readonly string[]> = { child: ['yes', 'not-sure'], adult: ['no'] }

const duties: readonly Condition[] = ['has-duty', 'duty-by-policy', 'duty-inherited'].map((set) => ({
  answer: 'organisation',
  one_of: set,
}))
/** Groups of organisations that have a name; others are told kind by kind. */
const groupsOf = (t: (id: WordId) => string): Group[] => [
  {
    if: { rule: 'may-refer', is: 'yes' },
    in: { text: t('press.flow-may-refer'), shape: 'filled' },
    out: { text: t('press.flow-may-not-refer'), shape: 'outline' },
  },
  {
    if: { answer: 'organisation', one_of: 'police' },
    in: { text: t('press.flow-police'), shape: 'filled' },
    out: { text: t('press.flow-not-police'), shape: 'outline' },
  },
  {
    if: { any: [...duties, { answer: 'organisation', one_of: 'duty-unknown' }] },
    in: { text: t('press.flow-duty-unsure'), shape: 'double' },
    out: { text: t('press.flow-no-duty'), shape: 'outline' },
  },
  {
    if: { any: duties },
    in: { text: t('press.flow-duty'), shape: 'double' },
    out: { text: t('press.flow-no-duty-known'), shape: 'outline' },
  },
]

const chart = (locale: Locale, flow: Flow, words: FlowWords, side: Side, { now, origin }: Edition): Output<FlowchartData> => {
  const { pack, t } = locale
  const world = { rules, today: now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate() }
  const everyone = organisationsIn(flow)
  if (!everyone) throw new Error('a pathway without organisations')
  const organisation = inNation(flow, everyone, pack.partnership.nation)
  const label = (entry: string, option: string) => words.entries.get(entry)?.options?.[option] ?? option
  // In one sentence only the first begins with a capital, but for names and `I`.
  const joined = (texts: readonly string[]) =>
    texts
      .map((text, at) => (at ? text.replace(/^(?:An? |[A-Z](?=[a-z]))/, (first) => first.toLowerCase()) : text))
      .join(` ${t('pathway.or')} `)
  const given: Answers = { nation: pack.partnership.nation }
  const names = new Set([...pack.partners, ...pack.firstResponders].map(({ id }) => id))
  const kinds = new Set((organisation.options ?? []).filter((option) => !names.has(option)))
  const groups = groupsOf(t)

  // One answer to each question after the other, so that the walk comes to the end: what the sheet is about decides at the age.
  const through: Record<string, string | readonly string[]> = {}
  const entryOf = ({ entries }: Question): Entry | undefined => entries[0]
  const asked: Question[] = []
  for (let question = flow.questions[0]; question && !asked.includes(question); ) {
    asked.push(question)
    const entry = entryOf(question)
    const options = entry?.id === 'under-18' ? ages[side] : (entry?.options ?? [])
    if (!entry) break
    through[entry.id] =
      entry.kind === 'several'
        ? []
        : (options.find((option) => outcome(flow, { ...given, ...through, [entry.id]: option }, world) === null) ?? options[0] ?? '')
    question = route(flow, { ...given, ...through }, world).at(-1)
  }
  const several = entriesOf(flow).find((entry) => entry.kind === 'several' && asked.some(({ entries }) => entries.includes(entry))) ?? null
  const severalAt = asked.findIndex(({ entries }) => several && entries.includes(several))
  // The last question but that one decides, unless the age has done so already.
  const deciding = asked.filter((_question, at) => at !== severalAt).at(-1)
  const decidingEntry = deciding?.entries[0]
  const byAge = decidingEntry?.id === 'under-18'
  const lanes: { answer: string; answers: Answers }[] = byAge
    ? [{ answer: '', answers: { 'under-18': ages[side][0] ?? '' } }]
    : (decidingEntry?.options ?? []).map((option) => ({
        answer: label(decidingEntry?.id ?? '', option),
        answers: { 'under-18': ages[side][0] ?? '', [decidingEntry?.id ?? '']: option },
      }))
  const base = { ...given, ...Object.fromEntries(Object.entries(through).filter(([id]) => id !== several?.id && id !== organisation.id)) }
  const offered = several
    ? {
        ...several,
        options: offeredOf(
          several,
          walk(flow, lookIn({ ...base, ...lanes[0]?.answers, [organisation.id]: through[organisation.id] ?? '' }), world),
        ),
      }
    : null
  const title = (action: ReachedAction) => actionWords(words, action)?.title ?? action.id
  const told = ask(
    flow,
    world,
    {
      lanes: lanes.map(({ answers }) => ({ ...base, ...answers })),
      organisation,
      several: offered,
      last: asked.at(-1)?.id ?? '',
      given,
    },
    kinds,
    groups,
    // Names keep their capital.
    (options) =>
      options.every((option) => names.has(option))
        ? options.map((option) => label(organisation.id, option)).join(` ${t('pathway.or')} `)
        : joined(options.map((option) => label(organisation.id, option))),
    (a, b) => title(a) === title(b),
  )

  /** `A, C to E`. */
  const spansOf = (own: readonly number[]): string =>
    own
      .reduce<number[][]>((spans, lane) => {
        const span = spans.at(-1)
        if (span?.at(-1) === lane - 1) span.push(lane)
        else spans.push([lane])
        return spans
      }, [])
      .map((span) =>
        span.length > 2
          ? t('press.flow-lanes', { first: letter(span[0] ?? 0), last: letter(span.at(-1) ?? 0) })
          : span.map(letter).join(', '),
      )
      .join(', ')
  const letter = (lane: number) => String.fromCharCode(65 + lane)
  const linesOf = (services: readonly string[]): Line[] =>
    services.flatMap((service) => {
      const number = displayOf(locale, service)
      return number ? [{ name: pack.serviceWords.get(service)?.name ?? service, number }] : []
    })
  const step = ({ action, lanes: own, tag, also, with: others }: Shown): Step => {
    const text = actionWords(words, action)
    return {
      title: title(action),
      who: text?.who ?? '',
      by: text?.by ?? '',
      tag,
      lanes: lanes.length > 1 && own.length < lanes.length ? spansOf(own) : null,
      unsure: action.sure === 'C' || action.sure === '?',
      also: also.map((one) => ({ tag: one.tag, title: title(one.action) })),
      with: others.length ? t('press.flow-with', { options: joined(others.map((option) => label(several?.id ?? '', option))) }) : null,
      list: action.lists ? pack.sharingReasons.map((reason) => reason.text) : [],
      // Where the title has the number, once is enough.
      lines: linesOf(action.services).filter((line) => !title(action).includes(line.number)),
    }
  }
  /** Rows that are told alike, though the flow words them apart on its pages, are one. */
  const steps = (rows: readonly Shown[]) =>
    [
      ...Map.groupBy(
        rows.filter(({ action }) => action.id !== 'do-not'),
        (row) => JSON.stringify({ ...step(row), lanes: null }),
      ).values(),
    ].flatMap(([first, ...same]) =>
      first ? [step({ ...first, lanes: [...new Set([first, ...same].flatMap((row) => row.lanes))].sort((a, b) => a - b) })] : [],
    )
  // A lane is told by its letter already.
  const inLane = (rows: readonly Shown[]) => steps(rows).map((one) => ({ ...one, lanes: null }))

  /** Options that bring the same are one card. What is listed under a step is told once, where the step is told for all lanes. */
  const alikeCards = (cards: readonly { label: string; steps: readonly Step[] }[]) =>
    [...Map.groupBy(cards, (card) => JSON.stringify(card.steps)).values()].map((same) => ({
      label: joined(same.map((card) => card.label)),
      steps: (same[0]?.steps ?? []).map((one) => ({ ...one, list: [] })),
    }))
  const number = (question: Question | undefined) => (question ? asked.indexOf(question) : -1) + 1
  const leadOf = (entry: Entry, option: string, next: Question | undefined): Lead => {
    const end = outcome(
      flow,
      { ...given, ...Object.fromEntries(Object.entries(through).filter(([id]) => before(id, entry.id))), [entry.id]: option },
      world,
    )
    const off = end ?? outcome(flow, { ...base, [entry.id]: option }, world)
    if (off && off.id !== atEnd) {
      const services = off.actions[0]?.services ?? []
      const danger = services.includes('emergency-999')
      return {
        go: null,
        text: danger ? t('press.flow-stop') : (words.outcomes.get(off.id)?.title ?? ''),
        number: danger ? displayOf(locale, 'emergency-999') : null,
        lines: danger ? [] : linesOf(services),
      }
    }
    return { go: number(next), text: null, number: null, lines: [] }
  }
  const order = asked.flatMap(({ entries }) => entries.map(({ id }) => id))
  const before = (id: string, than: string) => order.indexOf(id) < order.indexOf(than)
  const atEnd = outcome(flow, { ...given, ...through }, world)?.id
  const gates = asked.filter((question, at) => at !== severalAt && (question !== deciding || byAge))
  const answersTo = (question: Question): FlowchartData['gates'][number]['answers'] => {
    const entry = question.entries[0]
    if (!entry) return []
    const next: Question | undefined = asked[asked.indexOf(question) + 1]
    if (entry.id === 'under-18') {
      const other = (entry.options ?? []).filter((option) => !ages[side].includes(option))
      const on: Lead = byAge
        ? { go: number(next) || null, text: t('press.flow-all-below'), number: null, lines: [] }
        : { go: number(next), text: null, number: null, lines: [] }
      return [
        { label: joined(ages[side].map((option) => label(entry.id, option))), lead: on },
        {
          label: joined(other.map((option) => label(entry.id, option))),
          lead: { go: null, text: t(side === 'child' ? 'press.flow-see-adult' : 'press.flow-see-child'), number: null, lines: [] },
        },
      ]
    }
    if (entry.id !== organisation.id)
      return (entry.options ?? []).map((option) => ({ label: label(entry.id, option), lead: leadOf(entry, option, next) }))
    // Hundreds of names are two rows: those that may send the form, and all others; then who leaves here.
    const [refer] = groups
    const leaves = [...kinds].filter((kind) => !told.groups.some((group) => group.kinds.includes(kind)))
    return [
      ...(refer ? [t('press.flow-refers'), t('press.flow-refers-not')] : []).map((text) => ({
        label: text,
        lead: { go: number(next), text: null, number: null, lines: [] },
      })),
      ...leaves.map((kind) => ({ label: label(entry.id, kind), lead: leadOf(entry, kind, next) })),
    ]
  }

  const everywhere = told.everywhere.length ? told.everywhere : []
  const urgent = everywhere.filter(({ action, lanes: own }) => action.when === 'now' && own.length === lanes.length)
  const doNot = flow.actions.find(({ id }) => id === 'do-not')
  const date = [checkedOn(locale), flow.head.checked].reduce((a, b) => (a > b ? a : b))
  const end = words.outcomes.get(atEnd ?? '')
  const seen = words.questions.get(deciding?.id ?? '')
  const also = words.questions.get(asked[severalAt]?.id ?? '')
  const mayRefer = new Set(told.groups.filter((group) => isReferring(group.first)).flatMap(({ named }) => named))
  function isReferring(option: string): boolean {
    return walk(flow, lookIn({ ...base, ...lanes[0]?.answers, [organisation?.id ?? '']: option }), world).holds({
      rule: 'may-refer',
      is: 'yes',
    })
  }
  return {
    id: `flowchart-${side}`,
    kind: 'flowchart',
    file: `flowchart-${side}.pdf`,
    title: t('press.flowchart', { title: t(side === 'child' ? 'press.flow-child' : 'press.flow-adult') }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      setting: settingOf(locale, date),
      title: t(side === 'child' ? 'press.flow-child' : 'press.flow-adult'),
      lead: t('pathway.name'),
      gates: gates.map((question) => {
        const text = words.questions.get(question.id)
        return {
          title: text?.title ?? question.id,
          hint: question.entries[0]?.id === organisation.id ? '' : (text?.hint ?? ''),
          answers: answersTo(question),
        }
      }),
      goTo: t('press.flow-go'),
      turn: t('press.flow-turn', { number: String(severalAt + 1) }),
      second: t('press.flow-second', { title: t(side === 'child' ? 'press.flow-child' : 'press.flow-adult') }),
      first: { title: t('press.flow-first'), steps: steps(urgent) },
      always: { title: t('press.flow-always'), steps: steps(everywhere.filter((row) => !urgent.includes(row))) },
      dont: { title: actionTitle('do-not'), items: doNot ? (actionWords(words, doNot)?.do ?? []) : [] },
      decides: byAge
        ? {
            number: null,
            title: end?.title ?? '',
            hint: end?.lead ?? '',
            lanes: told.inLane.map((rows) => ({ letter: '', answer: '', steps: inLane(rows) })),
          }
        : {
            number: number(deciding),
            title: seen?.title ?? '',
            hint: seen?.hint ?? '',
            lanes: lanes.map(({ answer }, n) => ({ letter: letter(n), answer, steps: inLane(told.inLane[n] ?? []) })),
          },
      several: offered
        ? {
            number: severalAt + 1,
            title: also?.title ?? '',
            hint: also?.hint ?? '',
            cards: [
              ...alikeCards(
                (offered.options ?? []).map((option) => ({
                  label: label(offered.id, option),
                  steps: steps(told.ticked.get(option) ?? []),
                })),
              ),
              // What is told of each nation names it.
              ...[...Map.groupBy(told.elsewhere, (one) => one.given)].map(([id, all]) => ({
                label: words.entries.get(id)?.label ?? id,
                steps: all.flatMap((one) => steps(one.shown)),
              })),
            ],
          }
        : null,
      responders: {
        title: t('press.flow-may-refer'),
        text: (organisation.options ?? [])
          .filter((option) => mayRefer.has(option))
          .map((option) => label(organisation.id, option))
          .join('; '),
      },
      doubt: t('press.flow-doubt'),
      foot: t('press.flow-foot', { version: String(flow.head.version) }),
      address: `${origin}/pathway`,
    },
  }
  function actionTitle(id: string): string {
    return words.actions.get(id)?.title ?? ''
  }
}
