import type { Rule } from '../flow/rules.ts'

/**
 * What goes to the Home Office by its form. One rule, so that it is one thing: for an adult a referral to the National Referral Mechanism
 * (who agrees) or, where the organisation has the duty, a Duty to Notify report (who does not), never both; for a child always the referral.
 * Modern Slavery Act 2015 s.52; First Responder Toolkit for England and Wales, April 2026, ch. 1 and 2. Home Office staff have the duty by
 * policy. Whether it came to the Fair Work Agency with the transfer of the GLAA is not confirmed.
 */
export const officialRoute: Rule = {
  reads: {
    child: { answer: 'under-18', one_of: ['yes', 'not-sure'] },
    agrees: { answer: 'agrees', is: 'yes' },
    refuses: { answer: 'agrees', is: 'no' },
    duty: { answer: 'organisation', one_of: 'has-duty' },
    policy: { answer: 'organisation', one_of: 'duty-by-policy' },
    unsure: { answer: 'organisation', one_of: 'duty-unsure' },
  },
  decide: ({ child, agrees, refuses, duty, policy, unsure }) => {
    if (child || agrees) return 'referral'
    if (!refuses) return 'not-yet'
    if (duty || policy) return 'duty-to-notify'
    return unsure ? 'duty-unsure' : 'nothing-to-send'
  },
  samples: {
    referral: { danger: 'no', organisation: 'council', 'under-18': 'not-sure' },
    'duty-to-notify': { danger: 'no', organisation: 'council', 'under-18': 'no', agrees: 'no' },
    'duty-unsure': { danger: 'no', organisation: 'public-body', 'under-18': 'no', agrees: 'no' },
    'nothing-to-send': { danger: 'no', organisation: 'nhs', 'under-18': 'no', agrees: 'no' },
    'not-yet': { danger: 'no', organisation: 'council', 'under-18': 'no', agrees: 'not-yet' },
  },
}
