import type { FactCheck } from '../../../../commands/facts/check.ts'
import { readCheck } from '../../../../commands/facts/read-check.ts'
import type { PackFact } from '../../../../domain/facts/pack-fact.ts'
import type { Member } from '../../context/page.ts'

export type OneCheck = { fact: PackFact; check: FactCheck }

export const checkKeyIn = ({ param }: Pick<Member, 'param'>) => ({ list: param('list'), fact: param('id'), check: param('check') })

/** The check of this address; where there is none, the page that says so answers. */
export const checkIn = async (member: Member): Promise<OneCheck> => {
  const key = checkKeyIn(member)
  const outcome = await member.perform(readCheck, key)
  const fact = member.desk.locale.pack.facts.find(({ list, id }) => list === key.list && id === key.fact)
  if (!fact || !('done' in outcome) || !outcome.done) throw new Error('a check that was read is not there')
  return { fact, check: outcome.done }
}
