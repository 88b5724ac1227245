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
    const known = 'An imported article keeps its text. Know that readers meet this.'
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
        `${url} leads to the front page ${visit.leads}`,
        'What it was about may be gone: look for it there, and write its address.',
        ordered,
      ),
    )
  else if (visit.moved) findings.push(say('warning', 'moved', `${url} has moved for good`, `Write ${visit.leads}.`, ordered))
  if (visit.leads.startsWith('http:') && url.startsWith('https:'))
    findings.push(
      say('warning', 'moved', `${url} leads to ${visit.leads}, which can be read on the way`, 'Look for a page of https.', ordered),
    )
  const again = 'Is it still right? Read the page, compare, mend what changed, then set `checked` and `review` anew.'
  if (visit.withdrawn)
    findings.push(
      say('warning', 'changed', `${url} was withdrawn by its publisher`, 'Look for what took its place, and rest on that.', ordered),
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

const look = 'Open it in a browser, and look whether it is the page that is meant.'
const gone = 'Find where it went and write that, or take the link out.'
const reasons: Record<Reason, { found: string; instead: string }> = {
  answers: { found: 'answers', instead: '' },
  'not-found': { found: 'is not there', instead: gone },
  gone: { found: 'was taken away', instead: gone },
  'no-site': { found: 'is on a site that does not exist', instead: gone },
  untrusted: {
    found: 'has a certificate that browsers refuse',
    instead: 'Take the link out until whoever runs the site has mended it, and tell them.',
  },
  loop: { found: 'leads round in a circle', instead: gone },
  inward: { found: 'leads to an address that is no site of the internet', instead: gone },
  refused: { found: 'does not answer to a check', instead: look },
  busy: { found: 'asked for a longer wait than a check can give', instead: look },
  fault: { found: 'answers with a fault of its own', instead: `${look} If it stays so, take the link out.` },
  slow: { found: 'took too long', instead: look },
  silent: { found: 'could not be reached', instead: look },
}
