import { checkPack, dueSoon, languagesOf, type Review } from '../content/check/index.ts'
import { type ContentFolder, onDisk, readOthers } from '../content/files.ts'
import type { Finding } from '../content/finding.ts'
import { errorsOf } from '../content/findings.ts'
import { type Loaded, loadPack, type Whole } from '../content/load.ts'
import { loadNational } from '../content/national.ts'
import { type Live, live } from '../processes/live-links/live-links.ts'
import { type Network, realNetwork } from '../processes/live-links/network.ts'
import { progress } from '../processes/live-links/progress.ts'
import { contentFolder } from '../processes/paths.ts'
import { printFindings } from '../processes/print.ts'
import { siteAddresses } from '../processes/site-addresses.ts'
import { printLanguages } from './print-languages.ts'

export type CheckArgs = {
  pack?: string | undefined
  json: boolean
  /** Ask other sites whether the pack's links still lead somewhere. */
  live?: boolean
  /** Other than the installed content, today and the internet: for tests. */
  content?: ContentFolder
  today?: Temporal.PlainDate
  network?: Network
}

/** Checks a pack, the slow checks too. Exit code 0; 1 where there is an error (a fact past review is none); 2 for a pack that is not there, and where other sites were to be asked and none can be reached. */
export const check = async (args: CheckArgs, env: NodeJS.ProcessEnv): Promise<number> => {
  const checked = await lookOver(args, env)
  return checked ? tell(checked, args.json) : 2
}

/** What was found in a pack of that name; what the national files await of a local pack, where it is they. */
export type Checked = {
  name: string
  loaded: Loaded
  findings: readonly Finding[]
  due: readonly Review[]
  awaits: readonly string[] | null
  asked: Live | null
}

/** All checks of a pack. Null where there is none to check, which is said. */
export const lookOver = async (args: Omit<CheckArgs, 'json'>, env: NodeJS.ProcessEnv): Promise<Checked | null> => {
  const content = args.content ?? onDisk(contentFolder)
  const name = args.pack ?? (env.WAYMARK_PACK || 'hertfordshire')
  const packs = content.layers()
  if (!packs.includes(name)) {
    console.error(`There is no pack "${name}". You can choose from: ${packs.sort().join(', ')}.`)
    return null
  }
  const { loaded, awaits } = name === 'national' ? loadNational(content) : { loaded: loadPack(content, name), awaits: null }
  const today = args.today ?? Temporal.Now.plainDateISO(loaded.pack?.partnership.timezone ?? 'Europe/London')
  const asked = args.live && loaded.pack ? await askSites(loaded, args.network ?? realNetwork) : null
  if (asked?.cutOff) {
    console.error('No website could be reached. This machine is not connected to the internet, or it needs a proxy (NODE_USE_ENV_PROXY=1).')
    return null
  }
  const { addresses, broken } = loaded.pack ? siteAddresses(loaded) : { addresses: new Set<string>(), broken: [] }
  const findings = [
    ...checkPack(loaded, { today, addresses, others: name === 'national' ? [] : readOthers(content, name) }),
    ...(awaits ? [] : broken),
    ...(asked?.findings ?? []),
  ]
  return { name, loaded, findings, due: dueSoon(loaded, today), awaits, asked }
}

/** Prints it, as JSON or in words, and gives the exit code. */
export const tell = ({ name, loaded, findings, due, awaits, asked }: Checked, json: boolean): number => {
  const errors = errorsOf(findings).length
  const warnings = findings.length - errors
  if (json)
    console.log(
      JSON.stringify(
        {
          pack: name,
          ok: errors === 0,
          errors,
          warnings,
          findings,
          due,
          languages: languagesOf(loaded),
          ...(asked && { links: asked.links }),
        },
        null,
        2,
      ),
    )
  else printCheck(loaded, findings, due, awaits, asked, { errors, warnings })
  return errors ? 1 : 0
}

const askSites = async ({ pack, files }: Whole, network: Network): Promise<Live> => {
  const { tell, end } = progress(process.stderr)
  const asked = await live(files, pack.partnership.timezone, network, tell)
  end()
  return asked
}

const printCheck = (
  loaded: Loaded,
  findings: readonly Finding[],
  due: readonly Review[],
  awaits: readonly string[] | null,
  asked: Live | null,
  { errors, warnings }: { errors: number; warnings: number },
): void => {
  const past = findings.filter((f) => f.rule === 'review')
  printFindings(
    findings.filter((f) => f.rule !== 'review'),
    console.log,
  )
  for (const owner of [...new Set(past.map((f) => f.owner ?? ''))].sort()) {
    console.log(`\nPast review, for ${owner}:`)
    for (const f of past.filter((p) => p.owner === owner)) console.log(`  ${f.file}:${f.line}  ${f.found}\n    ${f.instead}`)
  }
  if (due.length) {
    console.log('\nDue for review in the next 30 days:')
    for (const d of due)
      console.log(
        `  ${d.review}  ${d.owner}  ${d.file}:${d.line}  ${d.facts.slice(0, 3).join(', ')}${d.facts.length > 3 ? ` and ${d.facts.length - 3} more` : ''}\n    ${d.question}`,
      )
  }
  if (asked) printLive(asked)
  printLanguages(languagesOf(loaded), console.log)
  if (!loaded.pack)
    console.log('\nThe slower checks (numbers, links, reading age, brand, reviews) will run once you have fixed these errors.')
  if (awaits) {
    console.log('\nThe national files do not make a site on their own, so they were checked without a partnership, its brand or its lists.')
    if (awaits.length) console.log(`A local pack must add these services: ${awaits.join(', ')}.`)
  }
  console.log(`${findings.length || due.length || awaits || asked ? '\n' : ''}${count(errors, 'error')}, ${count(warnings, 'warning')}`)
}

const printLive = ({ links, untold }: Live): void => {
  const are = (state: string) => links.filter((l) => l.state === state).length
  console.log(`\n${count(links.length, 'link')} to other sites: ${are('answers')} working, ${are('dead')} dead, ${are('unsure')} not sure.`)
  if (untold.length) console.log('We cannot tell when these pages last changed. Read them when their review is due:')
  for (const url of untold) console.log(`  ${url}`)
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : what.endsWith('s') ? 'es' : 's'}`
