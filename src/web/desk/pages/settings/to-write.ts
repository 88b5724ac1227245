import { kept } from '../../../../domain/data-protection/data-protection.ts'
import type { ReceivingNeed } from '../../../../domain/data-protection/receiving-needs.ts'

const looked = ['source: "…"', 'checked: 2027-01-31', 'review: 2028-01-31', 'owner: information-governance']

/** Fields by the part of `data_protection` that lacks them. An arrangement is a line of the controllers that are there already. */
const parts: readonly { name: string; of: readonly ReceivingNeed[]; fields(needs: readonly ReceivingNeed[]): readonly string[] }[] = [
  {
    name: 'controllers',
    of: ['controllers', 'arrangement'],
    fields: (needs) =>
      needs.includes('controllers') ? ['partners: [id-of-a-partner]', ...looked] : ['# as it is, and:', 'arrangement: 2027-01-31'],
  },
  { name: 'contact', of: ['contact'], fields: () => ['role: "Data protection officer"', 'at: "…"', ...looked] },
  { name: 'dpia', of: ['dpia'], fields: () => ['date: 2027-01-31', 'signed_by: "Senior information risk owner"', ...looked] },
  {
    name: 'retention',
    of: kept.map((what): ReceivingNeed => `retention-${what}`),
    fields: (needs) => {
      const rules = kept.flatMap((what) => (needs.includes(`retention-${what}`) ? [`${what}: {length: "…", reason: "…"}`] : []))
      return rules.length === kept.length ? [...rules, ...looked] : ['# as it is, and:', ...rules]
    },
  },
]

export const lackingInPack = (needs: readonly ReceivingNeed[]): ReceivingNeed[] =>
  needs.filter((need) => parts.some(({ of }) => of.includes(need)))

/** What to write into partnership.yaml, as one block: only what is missing, with blanks where the partnership decides. */
export const toWrite = (needs: readonly ReceivingNeed[]): string =>
  [
    'data_protection:',
    ...parts.flatMap(({ name, of, fields }) =>
      of.some((need) => needs.includes(need)) ? [`  ${name}:`, ...fields(needs).map((field) => `    ${field}`)] : [],
    ),
  ].join('\n')
