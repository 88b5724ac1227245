import { type BrandFault, brandFaults } from '../../domain/brand/contrast.ts'
import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'

/** Colours from which others follow, where brand.yaml does not give these (domain/brand/palette.ts). */
const parents: Record<string, string> = {
  deeper: 'deep',
  link: 'deep',
  ground: 'deep',
  post: 'deep',
  moss: 'deep',
  'sun-pale': 'sun',
  'sun-soft': 'sun',
  'sun-hover': 'sun',
}

/** A brand that is hard to read, or looks like someone else's, is refused. */
export const brandFindings = ({ pack, files }: Whole): Finding[] =>
  brandFaults(pack.brand).map((fault): Finding => {
    const role = fault.mend?.role ?? fault.pair.find((name) => name in pack.brand) ?? 'deep'
    return { severity: 'error', rule: 'brand', ...placeOf(files, role), found: foundOf(fault), instead: insteadOf(fault) }
  })

const placeOf = (files: Whole['files'], role: string): { file: string; line: number } => {
  const { sources } = files.yaml('brand.yaml')
  const gives = (key: string) => sources.findLast((s) => !!s.data && typeof s.data === 'object' && key in s.data)
  const parent = parents[role] ?? role
  const source = gives(role) ?? gives(parent) ?? sources.at(-1)
  return source ? { file: source.file, line: source.line([gives(role) ? role : parent]) } : { file: 'brand.yaml', line: 1 }
}

const foundOf = ({ kind, pair: [a, b], colours: [x, y], vision, value, bar }: BrandFault): string => {
  if (kind === 'contrast') return `${a} ${x} on ${b} ${y} has a contrast of ${floor(value)} to 1, and the minimum is ${bar}`
  if (kind === 'vision')
    return `${a} ${x} and ${b} ${y} are only ${floor(value)} apart for ${seers[vision ?? 'protan']}, and the minimum is ${bar}`
  return `${a} ${x} is only ${floor(value)} from ${b} (${y}), and the minimum is ${bar}`
}

const seers = { protan: 'people who cannot see red', deutan: 'people who cannot see green', tritan: 'people who cannot see blue' }

const insteadOf = ({ mend }: BrandFault): string =>
  mend
    ? `Write \`${mend.role}: "${mend.colour}"\`, which is the nearest lightness that passes.`
    : 'Choose another colour, because no lightness of this one passes.'

/** Two places, never rounded up to the bar. */
const floor = (value: number): string => (Math.floor(value * 100) / 100).toFixed(2)
