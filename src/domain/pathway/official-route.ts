import type { Rule } from '../flow/rule.ts'

/**
 * What goes to the Home Office by its form. One rule, so that it is one thing: for an adult who agrees a referral to the National Referral
 * Mechanism; for one who refuses a Duty to Notify report, where the law lays the duty on the organisation; never both. For a child always the
 * referral. Modern Slavery Act 2015 s.52; First Responder Toolkit for England and Wales, April 2026, ch. 1 and 2.
 *
 * The duty is one of England and Wales: s.38 of the Scottish Act of 2015 is not commenced, and a Northern Irish one would rest on s.13 of the
 * Act of 2015 there, of which no commencement was found. Home Office staff have it by policy. Whether it came to the Fair Work Agency with the
 * transfer of the GLAA is not confirmed: shown as not checked. s.52(5) is a closed list: whoever is not on it sends nothing.
 *
 * The test of s.52 is reasonable grounds to believe, not that the adult was asked: so the duty also waits where nobody could ask, or where
 * a "no" was not free. Who was referred before is looked at first: a report about them may repeat what is known.
 */
export const officialRoute: Rule = {
  reads: {
    child: { answer: 'under-18', one_of: ['yes', 'not-sure'] },
    agrees: { answer: 'contact', is: 'agrees' },
    refuses: { answer: 'contact', is: 'refuses' },
    undecided: { answer: 'contact', one_of: ['not-spoken', 'not-explained', 'pressured', 'capacity'] },
    duty: { answer: 'organisation', one_of: 'has-duty' },
    policy: { answer: 'organisation', one_of: 'duty-by-policy' },
    inherited: { answer: 'organisation', one_of: 'duty-inherited' },
    unknown: { answer: 'organisation', one_of: 'duty-unknown' },
    here: { answer: 'nation', one_of: ['england', 'wales'] },
  },
  decide: ({ child, agrees, refuses, undecided, duty, policy, inherited, unknown, here }) => {
    if (child || agrees) return 'referral'
    const notify = here && (duty || policy || inherited)
    if (refuses) return notify ? 'duty-to-notify' : unknown ? 'duty-waits' : 'nothing-to-send'
    return undecided && (notify || unknown) ? 'duty-waits' : 'nothing-yet'
  },
  samples: {
    referral: { danger: 'no', organisation: 'council', 'under-18': 'not-sure' },
    'duty-to-notify': { danger: 'no', organisation: 'council', 'under-18': 'no', contact: 'refuses' },
    'duty-waits': { danger: 'no', organisation: 'council', 'under-18': 'no', contact: 'pressured' },
    'nothing-to-send': { danger: 'no', organisation: 'gp', 'under-18': 'no', contact: 'refuses' },
    'nothing-yet': { danger: 'no', organisation: 'council', 'under-18': 'no', contact: 'referred-before' },
  },
}
