import { placeOf } from '../collection.ts'
import type { Finding } from '../finding.ts'
import { numbersOf } from '../known-numbers.ts'
import type { Whole } from '../load.ts'
import { distance } from '../nearest.ts'
import type { Path } from '../yaml-source.ts'
import type { KnownNumber, NumberFault } from './number-fault.ts'
import { numberFaults } from './numbers.ts'

/**
 * Every telephone number in any text of a pack, comments too, belongs to one of its services and is written as
 * services.yaml writes it. A dated news article may hold a number that is listed as retired.
 */
export const phoneFindings = (loaded: Whole): Finding[] => {
  const known = knownNumbers(loaded.pack)
  const findingsIn = (file: string, text: string, lineAt: (index: number) => number, dated: boolean): Finding[] =>
    numberFaults(text, known)
      .filter((fault) => !(dated && fault.kind === 'retired'))
      .map((fault) => ({ severity: 'error', rule: 'phone', file, line: lineAt(fault.index), ...sayFault(fault, known, loaded) }))
  const { allYaml, allMarkdown } = loaded.files
  return [
    ...allYaml.flatMap((source) => [
      ...source
        .strings()
        .filter(({ path }) => !isDefinition(source.file, path))
        .flatMap(({ text, lineAt }) => findingsIn(source.file, text, lineAt, false)),
      ...source.comments().flatMap(({ text, line }) => findingsIn(source.file, text, () => line, false)),
    ]),
    ...allMarkdown.flatMap(({ file, head, body, lineAt }) => {
      const dated = file.includes('/news/')
      return [
        ...head.strings().flatMap((one) => findingsIn(file, one.text, one.lineAt, dated)),
        ...head.comments().flatMap(({ text, line }) => findingsIn(file, text, () => line, dated)),
        ...findingsIn(file, body, lineAt, dated),
      ]
    }),
    ...definitionFindings(loaded),
  ]
}

/** Places that are no text: what a number is in services.yaml, its list of wrong ones, the hash of a translation's English, and that of a course. */
const isDefinition = (file: string, path: Path): boolean =>
  (/\/words\//.test(file) && path[0] === 'strings' && path.at(-1) === 'of') ||
  (/\/training\//.test(file) && path[0] === 'releases' && path.at(-1) === 'taught') ||
  (/^[^/]+\/services\.yaml$/.test(file) &&
    (path[0] === 'wrong_numbers' ||
      (path[0] === 'services' &&
        (path[2] === 'phone' || path[2] === 'sms' || path[2] === 'other_phones') &&
        /^(?:dial|e164|display)$/.test(String(path.at(-1))))))

const digits = (text: string): string => text.replace(/\D/g, '')

/** All numbers of a pack: those of its services, those of bodies that are no more, and those listed as wrong. */
const knownNumbers = ({ services, wrongNumbers }: Whole['pack']): KnownNumber[] => {
  const own = services.flatMap((s) => numbersOf(s).map((n): KnownNumber => ({ ...n, service: s.id, use: s.legacy ? 'retired' : 'active' })))
  const active = new Set(own.filter((n) => n.use === 'active').map((n) => n.digits))
  const listed = wrongNumbers
    .filter((w) => !active.has(w.digits))
    .map(
      (w): KnownNumber => ({ digits: w.digits, display: w.printed, service: w.service, use: w.kind === 'retired' ? 'retired' : 'wrong' }),
    )
  return [...own, ...listed]
}

// ------------------------------------------------------------------ what is found, and what to write instead

const sayFault = (fault: NumberFault, known: readonly KnownNumber[], { pack }: Whole): { found: string; instead: string } => {
  const shown = `"${visible(fault.text)}"`
  const name = (id: string) => pack.services.find((s) => s.id === id)?.name ?? id
  const write = (n: KnownNumber) => `Write ${n.display} (${name(n.service)})`
  const listed = pack.wrongNumbers.find((w) => w.digits === fault.digits)
  const right = listed && known.find((n) => n.use === 'active' && n.display === listed.right)
  if (fault.kind === 'grouped' && fault.known) {
    const same =
      visible(fault.text) !== fault.text ? 'has a special character or a line break in it' : 'is not written the way this pack writes it'
    return {
      found: `${shown} ${same}. It has the digits of ${name(fault.known.service)}`,
      instead: `${write(fault.known)}, with ordinary spaces, on one line.`,
    }
  }
  if (fault.kind === 'retired') {
    const found = `${shown} is an old number for ${name(fault.known?.service ?? '')}`
    return {
      found,
      instead: `${right ? write(right) : 'Remove it, because we do not know the new number'}. Only a dated news article can keep the old one.`,
    }
  }
  if (fault.kind === 'wrong' && listed) {
    const why = {
      misgrouped: 'has its digits in the wrong groups',
      'digit-missing': 'has a digit missing',
      'digit-wrong': 'has a wrong digit',
      retired: 'is old',
    }[listed.kind]
    return { found: `${shown} is a common mistake: it ${why}`, instead: `${right ? write(right) : 'Remove it'}.` }
  }
  const near = fault.known ?? nearestNumber(fault.digits, known)
  return {
    found: `${shown} is not the number of any service in this pack`,
    instead: near ? `${write(near)}, if that is the number you mean.` : 'Remove it, or add its service to services.yaml.',
  }
}

/** The number of a service that differs least, by two digits at most. A wrong number that is listed leads to its right one. */
const nearestNumber = (wanted: string, known: readonly KnownNumber[]): KnownNumber | null => {
  const reach = wanted.length > 6 ? 2 : 1
  const [best] = known
    .filter((n) => n.use === 'active' && Math.abs(n.digits.length - wanted.length) <= reach)
    .map((n) => ({ n, far: distance(n.digits, wanted) }))
    .filter(({ far }) => far <= reach)
    .sort((a, b) => a.far - b.far)
  return best?.n ?? null
}

/** Signs that look like a space, a hyphen or nothing are shown by their code, so that they can be found. */
const visible = (text: string): string =>
  text
    .replaceAll('\n', '↵')
    .replace(/[^\x20-\x7e↵]/gu, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)

// ------------------------------------------------------------------ the numbers of services.yaml themselves

const definitionFindings = ({ lists, pack }: Whole): Finding[] => {
  const findings: Finding[] = []
  const complain = (list: 'services' | 'wrongNumbers', id: string, path: Path, found: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'phone', ...placeOf(lists[list].origins(id), path), found, instead })
  for (const s of pack.services) {
    const { phone } = s
    if (phone && phone !== 'unknown') {
      if (digits(phone.display) !== phone.dial)
        complain(
          'services',
          s.id,
          ['phone'],
          `display "${phone.display}" and dial "${phone.dial}" have different digits`,
          'Check the source, and give both the same digits.',
        )
      const abroad = phone.dial.startsWith('0') ? `+44${phone.dial.slice(1)}` : null
      if (phone.e164 !== abroad)
        complain(
          'services',
          s.id,
          ['phone'],
          `e164 is ${phone.e164 ?? 'null'}, but dial is "${phone.dial}"`,
          abroad
            ? `Write \`e164: "${abroad}"\`, or correct dial.`
            : 'Write `e164: null`, because a short code does not have an international form.',
        )
    }
    for (const [i, other] of (s.other_phones ?? []).entries())
      if (other.e164 !== `+44${digits(other.display).slice(1)}`)
        complain(
          'services',
          s.id,
          ['other_phones', i],
          `e164 is ${other.e164}, but display is "${other.display}"`,
          `Write \`e164: "+44${digits(other.display).slice(1)}"\`, or correct display.`,
        )
  }
  for (const w of pack.wrongNumbers) {
    const service = pack.services.find((s) => s.id === w.service)
    const own = service ? numbersOf(service) : []
    const rights = own.map((n) => n.display)
    // A service whose own number is in doubt says nothing of what is right.
    if (own.some((n) => digits(n.display) !== n.digits)) continue
    if (digits(w.printed) !== w.digits)
      complain(
        'wrongNumbers',
        w.id,
        ['digits'],
        `digits is "${w.digits}", but printed is "${w.printed}"`,
        `Write \`digits: "${digits(w.printed)}"\`, or correct printed.`,
      )
    if (w.right !== 'unknown' && !rights.includes(w.right))
      complain(
        'wrongNumbers',
        w.id,
        ['right'],
        `right is "${w.right}", which is not a number of ${w.service}`,
        rights.length ? `Write \`right: "${rights[0]}"\`.` : 'Write `right: unknown`, because we do not know the number of this service.',
      )
    if (rights.includes(w.printed))
      complain('wrongNumbers', w.id, ['printed'], `"${w.printed}" is the right number of ${w.service}`, 'Remove the entry.')
  }
  return findings
}
