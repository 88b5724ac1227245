import { madeOnce } from '../../../content/made-once.ts'
import type { Pack } from '../../../content/pack.ts'
import type { Flow } from '../../../domain/flow/flow.ts'
import { lookIn, walk } from '../../../domain/flow/walk.ts'
import { actionWords, type FlowWords } from '../../../domain/flow/words.ts'
import { rules } from '../../../domain/pathway/rules.ts'
import { englishLocale, type PackLocale } from '../../../format/locale.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'
import { checkedOn } from '../../shared/paper/lines.ts'
import { type Asked, ask } from './chart.ts'
import { endOf, type Gate, gatesOf, numberOf } from './gates.ts'
import { groupsOf, mayRefer } from './groups.ts'
import { type Sheet, type Side, sheetOf, sides } from './sheet.ts'
import { alikeCards, type Card, letterOf, type Step, stepsInLane, stepsOf } from './steps.ts'
import { type Texts, textsOf } from './texts.ts'

export type FlowchartData = {
  setting: Setting
  /** A4 on two sides; on A3 the lanes stand beside one another. */
  paper: Paper
  title: string
  lead: string
  gates: readonly Gate[]
  /** Before the number of the question that comes next. */
  goTo: string
  /** For a sheet of two pages. */
  turn: string
  /** Of each of its pages, as many as there may be. */
  titles: readonly string[]
  /** What more than half of the lanes have, due at once and later. */
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
  several: { number: number; title: string; hint: string; cards: readonly Card[] } | null
  /** Who may send the form, by name: those of the area, and those of the whole country. */
  responders: { title: string; groups: readonly { label: string; text: string }[] }
  doubt: string
  foot: string
  address: string
}

/** `a3`: for a wall. */
const papers = ['a4', 'a3'] as const
type Paper = (typeof papers)[number]

/** The pathway on paper, for a child and for an adult, drawn from the flow itself: every answer, and where it leads. */
export const flowchart: Kind<FlowchartData> = {
  name: 'flowchart',
  outputs: (pack: Pack, edition: Edition) => {
    const found = pack.flows.get('pathway')
    return found ? sides.flatMap((side) => flowchartsOf(englishLocale(pack), found.flow, found.words, side, edition)) : []
  },
  maker: () => import('./draw.ts'),
}

const flowchartsOf = (locale: PackLocale, flow: Flow, words: FlowWords, side: Side, { now, origin }: Edition): Output<FlowchartData>[] => {
  const { pack, t } = locale
  const texts = textsOf(locale, words)
  const world = { rules, today: now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate() }
  const { nation } = pack.partnership
  const { sheet, kinds, told } = walked(
    [flow, words, pack.words, pack.partners, pack.firstResponders],
    `${side} ${nation} ${world.today}`,
    () => {
      const sheet = sheetOf(flow, world, side, nation)
      const names = new Set([...pack.partners, ...pack.firstResponders].map(({ id }) => id))
      const kinds: ReadonlySet<string> = new Set((sheet.organisation.options ?? []).filter((option) => !names.has(option)))
      return { sheet, kinds, told: askFor(texts, sheet, names, kinds) }
    },
  )
  const urgent = told.everywhere.filter(({ action, lanes }) => action.when === 'now' && lanes.length === sheet.lanes.length)
  const doNot = flow.actions.find(({ id }) => id === 'do-not')
  const date = [checkedOn(locale), flow.head.checked].reduce((a, b) => (a > b ? a : b))
  const title = t(side === 'child' ? 'press.flow-child' : 'press.flow-adult')
  const sheetNumber = side === 'adult' ? 'P1' : 'P2'
  return papers.map((paper) => ({
    id: paper === 'a4' ? `flowchart-${side}` : `flowchart-${side}-${paper}`,
    kind: 'flowchart',
    file: paper === 'a4' ? `flowchart-${side}.pdf` : `flowchart-${side}-${paper}.pdf`,
    title: t(paper === 'a4' ? 'press.flowchart' : 'press.flowchart-wall', { title, size: paper.toUpperCase() }),
    language: 'en',
    format: 'pdf',
    date,
    sheet: sheetNumber,
    data: {
      setting: settingOf(locale, date),
      paper,
      title,
      lead: t('pathway.name'),
      gates: gatesOf(texts, sheet, told, kinds),
      goTo: t('press.flow-go'),
      turn: t('press.flow-turn', { number: String(sheet.severalAt + 1) }),
      titles: [title, ...[2, 3, 4].map((page) => t('press.flow-second', { title, page: String(page) }))],
      first: { title: t('press.flow-first'), steps: stepsOf(texts, sheet, urgent) },
      always: {
        title: t('press.flow-always'),
        steps: stepsOf(
          texts,
          sheet,
          told.everywhere.filter((row) => !urgent.includes(row)),
        ),
      },
      dont: { title: words.actions.get('do-not')?.title ?? '', items: doNot ? (actionWords(words, doNot)?.do ?? []) : [] },
      decides: decidesOf(texts, sheet, told),
      several: severalOf(texts, sheet, told),
      responders: { title: t('press.flow-may-refer'), groups: respondersOf(texts, sheet, told) },
      doubt: t('press.flow-doubt'),
      foot: `${t('press.flow-sheet', { sheet: sheetNumber })} ${t('press.flow-foot', { version: String(flow.head.version) })}`,
      address: `${origin}/pathway`,
    },
  }))
}

/** What was found out by walking, which takes longer than all else that a sheet says. */
const walked = madeOnce<{ sheet: Sheet; kinds: ReadonlySet<string>; told: Asked }>()

/** Asks the walker all that the sheet tells. `names`: organisations that the pack names, `kinds` those of the flow's own list. */
const askFor = (texts: Texts, sheet: Sheet, names: ReadonlySet<string>, kinds: ReadonlySet<string>): Asked => {
  const { label, joined, title } = texts
  const { t } = texts.locale
  const { flow, world, lanes, base, organisation, several, asked, given } = sheet
  return ask(
    flow,
    world,
    { lanes: lanes.map(({ answers }) => ({ ...base, ...answers })), organisation, several, last: asked.at(-1)?.id ?? '', given },
    kinds,
    groupsOf(t),
    (options) => {
      const labels = options.map((option) => label(organisation.id, option))
      // Names keep their capital.
      return options.every((option) => names.has(option)) ? labels.join(` ${t('pathway.or')} `) : joined(labels)
    },
    (a, b) => title(a) === title(b),
  )
}

const decidesOf = (texts: Texts, sheet: Sheet, told: Asked): FlowchartData['decides'] => {
  const stepsAt = (lane: number) => stepsInLane(texts, sheet, told.inLane[lane] ?? [])
  if (sheet.byAge) {
    const end = texts.words.outcomes.get(endOf(sheet) ?? '')
    return {
      number: null,
      title: end?.title ?? '',
      hint: end?.lead ?? '',
      lanes: told.inLane.map((_rows, lane) => ({ letter: '', answer: '', steps: stepsAt(lane) })),
    }
  }
  const question = texts.words.questions.get(sheet.deciding?.id ?? '')
  const entry = sheet.deciding?.entries[0]?.id ?? ''
  return {
    number: numberOf(sheet, sheet.deciding),
    title: question?.title ?? '',
    hint: question?.hint ?? '',
    lanes: sheet.lanes.map(({ option }, lane) => ({ letter: letterOf(lane), answer: texts.label(entry, option), steps: stepsAt(lane) })),
  }
}

const severalOf = (texts: Texts, sheet: Sheet, told: Asked): FlowchartData['several'] => {
  const { several, severalAt, asked } = sheet
  if (!several) return null
  const question = texts.words.questions.get(asked[severalAt]?.id ?? '')
  return {
    number: severalAt + 1,
    title: question?.title ?? '',
    hint: question?.hint ?? '',
    cards: [
      ...alikeCards(
        texts,
        (several.options ?? []).map((option) => ({
          label: texts.label(several.id, option),
          steps: stepsOf(texts, sheet, told.ticked.get(option) ?? []),
        })),
      ),
      // What is told of each nation names it.
      ...[...Map.groupBy(told.elsewhere, (one) => one.given)].map(([id, all]) => ({
        label: texts.words.entries.get(id)?.label ?? id,
        steps: all.flatMap((one) => stepsOf(texts, sheet, one.shown)),
      })),
    ],
  }
}

/** Those that may send the form, by name. */
const respondersOf = (
  { label, locale: { pack, t } }: Texts,
  { flow, world, base, lanes, organisation }: Sheet,
  told: Asked,
): FlowchartData['responders']['groups'] => {
  const may = (option: string) => walk(flow, lookIn({ ...base, ...lanes[0]?.answers, [organisation.id]: option }), world).holds(mayRefer)
  const named = new Set(told.groups.filter(({ first }) => may(first)).flatMap((group) => group.named))
  const own = new Set(pack.partners.map(({ id }) => id))
  const shown = (organisation.options ?? []).filter((option) => named.has(option))
  const listed = (options: readonly string[]) => options.map((option) => label(organisation.id, option)).join('; ')
  return [
    { label: t('press.flow-here', { area: pack.partnership.area }), text: listed(shown.filter((option) => own.has(option))) },
    { label: t('press.flow-national'), text: listed(shown.filter((option) => !own.has(option))) },
  ].filter(({ text }) => text)
}
