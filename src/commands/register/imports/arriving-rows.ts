import { type ArrivingRow, learntFields } from '../../../domain/register/arriving.ts'
import { emailKey, nameKey, organisationKey } from '../../../domain/register/names.ts'
import type { SheetPerson } from '../../../domain/register/sheet/people.ts'
import { registerHash } from '../../attend/parts.ts'
import type { Parts } from '../../parts.ts'

/** Rows after which others have their turn: 50,000 hashes take half a second. */
const pause = 2000

/** People of a file as the database is given them: an email is a keyed hash from here on. */
export const arrivingRows = async (
  { pepper, pack }: Pick<Parts, 'pepper' | 'pack'>,
  people: readonly SheetPerson[],
  { partner, sector }: { partner: string | null; sector: string | null },
): Promise<ArrivingRow[]> => {
  const hash = (purpose: 'email' | 'account', text: string): string => registerHash(pepper, purpose, text).toString('hex')
  const employers = new Map<string, string>()
  const employer = (name: string): string => employers.getOrInsertComputed(name, () => organisationKey(name))
  const rows: ArrivingRow[] = []
  for (const [at, { name, email, number, organisation, group, on, ...learnt }] of people.entries()) {
    if (at % pause === pause - 1) await new Promise((resolve) => setImmediate(resolve))
    rows.push({
      ...{ name, name_key: nameKey(name), role_group: group },
      ...learntFields(learnt, Temporal.PlainDate.from(on), 'file', pack),
      ...(email === null ? {} : { email_key: hash('email', emailKey(email)) }),
      // A number of an employee is one of their employer's alone.
      ...(number === null || partner === null
        ? {}
        : { account_key: hash('account', JSON.stringify([partner, 'number', nameKey(number)])) }),
      ...(organisation === null ? {} : { organisation, organisation_key: employer(organisation), sector }),
    })
  }
  return rows
}
