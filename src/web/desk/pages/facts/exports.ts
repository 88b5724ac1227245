import type { FactCheck } from '../../../../commands/facts/check.ts'
import { type Exports, readExports } from '../../../../commands/facts/read-exports.ts'
import type { FactToExport, PackExport } from '../../../../content/export/export.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { isInPack } from '../../../../domain/facts/checks.ts'
import type { Member } from '../../context/page.ts'

/** What can be exported and what was; null for whoever is no coordinator. */
export const exportsFor = async (member: Member): Promise<Exports | null> => {
  if (!holds(member.viewer, 'coordinator')) return null
  const outcome = await member.perform(readExports, {})
  if (!('done' in outcome)) throw new Error('exports that may be read were not')
  return outcome.done
}

/** All that is known, by fact. */
const othersIn = ({ fresh, earlier }: Exports): Map<string, FactCheck[]> =>
  Map.groupBy([...fresh, ...earlier.flatMap(({ checks }) => checks)], ({ list, fact }) => `${list}/${fact}`)

/** Those of these checks that the pack does not have yet. */
export const waitingIn = ({ desk }: Member, checks: readonly FactCheck[], all: Exports): FactCheck[] => {
  const others = othersIn(all)
  const facts = new Map(desk.locale.pack.facts.map((fact) => [`${fact.list}/${fact.id}`, fact]))
  return checks.filter((check) => {
    const fact = facts.get(`${check.list}/${check.fact}`)
    return fact !== undefined && !isInPack(fact, check, others.get(`${check.list}/${check.fact}`) ?? [])
  })
}

/** Checks as the change to the pack's files. What reads YAML is loaded only here, so that a desk that exports nothing does without. */
export const changeOf = async (member: Member, checks: readonly FactCheck[], all: Exports): Promise<PackExport> => {
  const { exportOf } = await import('../../../../content/export/export.ts')
  const byFact = Map.groupBy(waitingIn(member, checks, all), ({ list, fact }) => `${list}/${fact}`)
  const others = othersIn(all)
  const facts = member.desk.locale.pack.facts.flatMap((fact): FactToExport[] => {
    const own = byFact.get(`${fact.list}/${fact.id}`)
    if (!own) return []
    return [
      {
        fact,
        checks: own.map(({ partner, ...check }) => ({ ...check, by: partner })),
        others: others.get(`${fact.list}/${fact.id}`) ?? [],
      },
    ]
  })
  return exportOf(facts, member.desk.parts.readPackFile)
}
