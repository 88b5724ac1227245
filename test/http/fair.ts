import { wordIds } from '../../src/content/word-ids.ts'
import type { Locale } from '../../src/web/context/types.ts'
import { elementsOf, textOf } from './html.ts'

/** What is judged of an answer, however it was asked for. `header` takes names in lower case. */
export type Judged = { status: number; header(name: string): string | undefined; body: string }

/** The policy that every answer carries: everything from here, nothing inline. */
const policyFaults = (policy: string | undefined): string[] => {
  if (!policy) return ['no content-security-policy']
  const faults: string[] = []
  if (/unsafe|\*|https?:/.test(policy)) faults.push(`a loose policy: ${policy}`)
  for (const part of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"])
    if (!policy.includes(part)) faults.push(`the policy lacks ${part}`)
  return faults
}

export const headerFaults = ({ header }: Judged): string[] => [
  ...policyFaults(header('content-security-policy')),
  ...(header('x-content-type-options') === 'nosniff' ? [] : ['no nosniff']),
  ...(header('referrer-policy') === 'same-origin' ? [] : ['no referrer-policy']),
  ...(header('set-cookie') === undefined ? [] : ['a cookie']),
]

/** Sentences of the pack that a refusal may be made of. */
const sentencesOf = (locale: Locale): string[] => [
  ...wordIds.filter((id) => id.startsWith('error.')).map((id) => locale.t(id)),
  locale.t('check.lost'),
  locale.t('search.empty-error'),
  locale.t('check.where-error'),
  locale.t('check.what-error'),
  locale.t('dates.nation-error'),
  locale.t('dates.happened-error'),
  // Up to the name of the event.
  ...wordIds.filter((id) => id.startsWith('date-fault.')).map((id) => locale.pack.words.messages[id].split('{')[0] ?? ''),
  // Up to what was entered; one that begins with it says too little.
  ...wordIds
    .filter((id) => /^(?:own|code|in|feedback)-fault\./.test(id) || ['your-pack.busy', 'your-pack.failed', 'place.unknown'].includes(id))
    .map((id) => locale.pack.words.messages[id].split('{')[0] ?? '')
    .filter((words) => words.length > 9),
  ...[locale.pack.pages.get('not-found')?.title ?? []].flat(),
]

const saysWhy = (locale: Locale, judged: Judged): boolean => {
  if (judged.header('content-type')?.startsWith('application/json')) {
    const value: unknown = JSON.parse(judged.body)
    return !!value && typeof value === 'object' && 'error' in value && sentencesOf(locale).includes(String(value.error))
  }
  const main = elementsOf(judged.body).find((element) => element.tagName === 'main')
  const words = main ? textOf(main) : ''
  return sentencesOf(locale).some((sentence) => words.includes(sentence))
}

/**
 * What is wrong with an answer to bad input: nothing, when it is a 4xx that says why in a sentence, or an answer that is
 * right all the same (2xx or 3xx), with the headers of every answer. A refusal without body is one to HEAD.
 */
export const faultsOf = (locale: Locale, judged: Judged, ofHead = false): string[] => {
  const { status } = judged
  const faults = headerFaults(judged)
  if (status < 200 || status >= 500) faults.push(`status ${status}`)
  if (status >= 400 && !ofHead && !saysWhy(locale, judged)) faults.push(`a ${status} without a sentence: ${judged.body.slice(0, 80)}`)
  return faults
}
