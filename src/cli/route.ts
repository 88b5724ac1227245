import type { Pack } from '../content/pack.ts'
import { readBoundedText } from '../content/read-bounded.ts'
import { readYaml } from '../content/yaml-source.ts'
import type { Answers } from '../domain/flow/answers.ts'
import { missing, outcome, relevant, route as routeOf } from '../domain/flow/route.ts'
import { readKept } from '../domain/flow/version.ts'
import { actionWords } from '../domain/flow/words.ts'
import { rules } from '../domain/pathway/rules.ts'
import { parseAt } from '../domain/services/api.ts'
import { contactList } from '../domain/services/contact-list.ts'
import { everyLine } from '../domain/services/needs.ts'
import { placesOf } from '../domain/services/serves.ts'
import { serviceState } from '../domain/services/state.ts'

export type RouteArgs = { answers: string; at?: string | undefined; json: boolean }

/**
 * Walks one set of answers along a flow and prints the route, what is missing, and the outcome with the lines that are open at an instant.
 * The file is YAML or JSON: the answers by id, or `{flow, version, answers}`. Exit code 0; 1 for answers given to another version of the flow;
 * 2 where there is no such flow, file, or instant. `packOf` gives the pack of a name; it is asked when the rest is in order.
 */
export const route = async (
  id: string,
  args: RouteArgs,
  env: NodeJS.ProcessEnv,
  packOf: (name: string) => Pack | null | Promise<Pack | null>,
): Promise<number> => {
  const now = parseAt(args.at, Temporal.Now.instant())
  if (!now) {
    console.error(`"${args.at}" is not a date and time. Write it like this: 2026-11-28T21:10:00+00:00.`)
    return 2
  }
  const opened = readBoundedText(args.answers, mostAnswers)
  if ('fault' in opened) {
    console.error(opened.fault)
    return 2
  }
  const given = readAnswers(args.answers, opened.text)
  if (given === null) {
    console.error(`${args.answers} does not have any answers in it. Write each answer on its own line, like this: \`danger: "no"\`.`)
    return 2
  }
  const name = env.WAYMARK_PACK || 'hertfordshire'
  const pack = await packOf(name)
  const found = pack?.flows.get(id)
  if (!pack || !found) {
    console.error(
      pack
        ? `There is no flow "${id}". You can choose from: ${[...pack.flows.keys()].join(', ')}.`
        : `There is no pack "${name}", or it has errors. Run \`npx waymark check\` to see them.`,
    )
    return 2
  }
  const { flow, words } = found
  const kept = 'answers' in given ? readKept(flow, { flow: id, ...given }) : (given as Answers)
  if (kept === 'other-version') {
    console.error(
      `These answers are for ${typeof given.version === 'number' ? `version ${given.version}` : 'an unknown version'} of the flow. It is now at version ${flow.head.version}, which might ask different questions. Answer them again.`,
    )
    return 1
  }
  if (kept === 'not-answers') {
    console.error(`The answers in ${args.answers} are for another flow.`)
    return 2
  }
  const world = { rules, today: now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate() }
  const contactOf = (service: string) => {
    const known = pack.services.find((s) => s.id === service)
    return known ? { service: known, state: serviceState(known, now, pack.calendar) } : null
  }
  const reaching = (body: string | undefined) => pack.bodies.find((one) => one.id === body)?.services ?? []
  const reached = outcome(flow, kept, world)
  const used = relevant(flow, kept, world)
  const said = {
    pack: name,
    flow: id,
    version: flow.head.version,
    at: now.toZonedDateTimeISO(pack.partnership.timezone).toString({ timeZoneName: 'never' }),
    route: routeOf(flow, kept, world).map((question) => question.id),
    missing: missing(flow, kept, world),
    not_used: Object.keys(kept).filter((answer) => !(answer in used)),
    outcome: reached && {
      id: reached.id,
      title: words.outcomes.get(reached.id)?.title ?? reached.id,
      actions: reached.actions.map((action) => ({
        id: action.id,
        when: action.when ?? null,
        variant: action.variant ?? null,
        title: actionWords(words, action)?.title ?? action.id,
        who: actionWords(words, action)?.who ?? '',
        by: actionWords(words, action)?.by ?? '',
        sure: action.sure,
        source: action.source,
        form: action.form ?? null,
        services: contactList([...action.services, ...reaching(action.body)], everyLine(pack.getHelp, 'someone_else'), contactOf).map(
          ({ service, state, group, beside }) => ({
            id: service.id,
            name: service.name,
            phone: service.phone && service.phone !== 'unknown' ? service.phone.display : null,
            state: state.state,
            now: group,
            beside: beside?.id ?? null,
            ...(service.serves ? { serves: placesOf(service, pack.partnership.places ?? []) } : {}),
          }),
        ),
      })),
    },
  }
  if (args.json) console.log(JSON.stringify(said, null, 2))
  else print(said)
  return 0
}

type SaidLine = { id: string; phone: string | null; now: string; beside: string | null; serves?: readonly string[] }

type Said = {
  pack: string
  route: readonly string[]
  missing: readonly { question: string; entry: string }[]
  not_used: readonly string[]
  at: string
  outcome: { id: string; actions: readonly { id: string; services: readonly SaidLine[] }[] } | null
}

const print = ({ pack, route: way, missing: lacking, not_used, outcome: reached, at }: Said): void => {
  console.log(`pack     ${pack}`)
  console.log(`route    ${way.join(' > ')}`)
  console.log(`missing  ${lacking.map(({ entry }) => entry).join(', ') || 'nothing'}`)
  if (not_used.length) console.log(`not used ${not_used.join(', ')}`)
  console.log(`outcome  ${reached?.id ?? 'not reached'}`)
  if (reached) console.log(`at       ${at}`)
  for (const [index, action] of (reached?.actions ?? []).entries()) {
    const lines = action.services.map(({ id, phone, now, beside, serves }) => {
      const here = serves ? ` for ${serves.join(' or ')}` : ''
      return `${id}${phone ? ` ${phone}` : ''}${here} (${now}${serves && beside ? `, instead ${beside}` : ''})`
    })
    console.log(`  ${index + 1}. ${action.id}${lines.length ? `: ${lines.join(', ')}` : ''}`)
  }
}

/** One set of answers is 1 KB; a statement may be long. */
const mostAnswers = 1_000_000

/** Null for what is no block of named values. */
const readAnswers = (file: string, text: string): Record<string, unknown> | null => {
  const { data } = readYaml(file, text).source
  return data && typeof data === 'object' && !Array.isArray(data) ? (data as Record<string, unknown>) : null
}
