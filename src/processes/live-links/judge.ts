import type { OuterLink, Place } from '../../content/check/outer-links.ts'
import type { Finding } from '../../content/finding.ts'
import type { Change } from './change.ts'
import type { Reason, Visit } from './visit.ts'

/** What a visit means for the pack. A dead link is an error; all else that wants a look is a warning. */
export const judge = ({ url, places }: OuterLink, visit: Visit): Finding[] => {
  const [first] = places.filter((p) => !p.archive).concat(places)
  if (!first) return []
  const say = (severity: Finding['severity'], rule: string, found: string, instead: string, at: readonly Place[] = places): Finding => {
    const place = at[0] ?? first
    const others = at.filter((p) => p !== place).map((p) => `${p.file}:${p.line}`)
    return {
      severity,
      rule,
      file: place.file,
      line: place.line,
      found: `${found}${others.length ? ` (also ${others.join(', ')})` : ''}`,
      instead,
    }
  }
  if (first.archive) {
    const known = 'We do not change imported articles, but readers will see this link.'
    return visit.state === 'dead' ? [say('warning', 'dead', `${url} ${reasons[visit.reason].found}`, known)] : []
  }
  const ordered = [first, ...places.filter((p) => p !== first)]
  if (visit.state !== 'answers') {
    const { found, instead } = reasons[visit.reason]
    const code = visit.code === null ? '' : ` (${visit.code})`
    const at = visit.leads === url ? '' : `, at ${visit.leads}`
    const [severity, rule] = visit.state === 'dead' ? (['error', 'dead'] as const) : (['warning', 'unsure'] as const)
    return [say(severity, rule, `${url} ${found}${code}${at}`, instead, ordered)]
  }
  const findings: Finding[] = []
  if (isFront(visit.leads) && !isFront(url))
    findings.push(
      say(
        'warning',
        'moved',
        `${url} leads to the home page ${visit.leads}`,
        'The page may no longer exist. Look for it on that site, and write its new address.',
        ordered,
      ),
    )
  else if (visit.moved) findings.push(say('warning', 'moved', `${url} has moved permanently`, `Write ${visit.leads}.`, ordered))
  if (visit.leads.startsWith('http:') && url.startsWith('https:'))
    findings.push(
      say(
        'warning',
        'moved',
        `${url} leads to ${visit.leads}, which is not encrypted`,
        'Look for an https address for this page.',
        ordered,
      ),
    )
  const again = 'Is it still right? Read the page, correct anything that has changed, then update `checked` and `review`.'
  if (visit.withdrawn)
    findings.push(
      say(
        'warning',
        'changed',
        `the publisher has withdrawn ${url}`,
        'Look for the page that replaced it, and use that as the source.',
        ordered,
      ),
    )
  const { change } = visit
  const stale = change ? ordered.filter((p) => p.checked !== null && p.checked < change.on) : []
  if (change && stale.length)
    findings.push(
      say(
        'warning',
        'changed',
        `${url} changed on ${change.on} (${by[change.by]}), after it was checked on ${stale[0]?.checked}`,
        again,
        stale,
      ),
    )
  return findings
}

/** Addresses that answer, and on which something rests, but which do not say when they changed. */
export const untold = (links: readonly { link: OuterLink; visit: Visit }[]): string[] =>
  links.flatMap(({ link, visit }) =>
    visit.state === 'answers' && !visit.change && link.places.some((p) => p.checked !== null) ? [link.url] : [],
  )

const isFront = (url: string): boolean => new URL(url).pathname === '/'

const by: Record<Change['by'], string> = {
  'gov.uk': 'says GOV.UK',
  page: 'says the page',
  'last-modified': 'says the server',
}

const look = 'Open it in a browser, and check that it is the right page.'
const gone = 'Find its new address and write that, or remove the link.'
const reasons: Record<Reason, { found: string; instead: string }> = {
  answers: { found: 'answers', instead: '' },
  'not-found': { found: 'does not exist', instead: gone },
  gone: { found: 'has been removed', instead: gone },
  'no-site': { found: 'is on a site that does not exist', instead: gone },
  untrusted: {
    found: 'has a security certificate that browsers reject',
    instead: 'Tell the people who run the site, and remove the link until they have fixed it.',
  },
  loop: { found: 'redirects in a circle', instead: gone },
  inward: { found: 'leads to an address that is not on the internet', instead: gone },
  refused: { found: 'does not answer automatic checks', instead: look },
  busy: { found: 'asked us to wait longer than this check can', instead: look },
  fault: { found: 'answers with a server error', instead: `${look} If it still does not work later, remove the link.` },
  slow: { found: 'took too long to answer', instead: look },
  silent: { found: 'could not be reached', instead: look },
}
