import type { Rule } from '../flow/rule.ts'

const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const

/**
 * May the organisation make NRM referrals where the report is made? Only staff of a First Responder Organisation may, and some are one in a
 * part of the United Kingdom alone: councils not in Northern Ireland, Health and Social Care Trusts nowhere else. Home Office form, list of
 * organisations, 21 April 2026; First Responder Toolkit, April 2026, ch. 1.
 */
export const mayRefer: Rule = {
  reads: Object.fromEntries(
    nations.flatMap((nation) => [
      [nation, { answer: 'nation', is: nation }],
      [`${nation}-set`, { answer: 'organisation', one_of: `may-refer-in-${nation}` }],
    ]),
  ),
  decide: (holds) => (nations.some((nation) => holds[nation] && holds[`${nation}-set`]) ? 'yes' : 'no'),
  samples: {
    yes: { danger: 'no', organisation: 'council', 'under-18': 'no' },
    no: { danger: 'no', organisation: 'hsc-trust', 'under-18': 'no' },
  },
}
