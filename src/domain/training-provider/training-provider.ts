import { type NameFault, nameFault } from './name.ts'
import { type NumberFault, numberFault } from './number.ts'

/** A picture that stands for a training provider, on a ground of its own: drawn anew by us, never the file that was handed in. */
export type Logo = {
  /** PNG without any data but its pixels, as base64. */
  png: string
  /** Pixels. */
  width: number
  height: number
}

/** Why a file is refused as a logo. */
export type LogoFault = 'empty' | 'heavy' | 'svg' | 'gif' | 'type' | 'animated' | 'huge' | 'small' | 'broken'

/** Bytes that the file of a logo may have. */
export const heaviestLogo = 2 * 1024 * 1024
/** Pixels that its picture may have. */
export const mostPixels = 25_000_000
/** Pixels across below which a logo is a blur on a slide. */
export const leastPixels = 32
/** Pixels of either side of a logo: a picture of one row can take more memory and time than one of as many pixels that is square. */
export const longestSide = 8000

/** Who gives the course to its own people, as it says of itself. Nobody has compared it with any source. */
export type TrainingProvider = {
  name: string
  /** Whom its people tell: a person, or a role. */
  lead: string
  /** Its own number, as it writes it. It stands beside 999 and the lines of the pack, never in their place. */
  number: string
  logo: Logo | null
}

export const trainingProviderFields = ['name', 'lead', 'number'] as const
export type TrainingProviderField = (typeof trainingProviderFields)[number]
export type Entered = Record<TrainingProviderField, string>

/** Letters that a name may have: a slide holds no longer one at a size that can be read from the last row. */
export const longestName = 60
/** Letters without a space or hyphen between them: a line of a title slide holds no more of the widest. */
export const longestWord = 25

export type TrainingProviderFault = { field: TrainingProviderField } & (
  | { code: 'missing' | 'long' | 'long-word' }
  /** `sign`: what cannot stand there, shown so that it can be found. */
  | { code: 'sign'; sign: string }
  | NameFault
  | NumberFault
)

/** Numbers of the pack: what each line is rung by, and what is wrongly printed for it. `digits` as a keypad in the United Kingdom needs them. */
export type KnownNumbers = readonly { digits: string; service: string; wrong: boolean }[]

/** What no training provider can have as its own: numbers, and the names by which everybody knows someone else. */
export type KnownToAll = { numbers: KnownNumbers; names: readonly string[] }

/**
 * Signs of a name: Latin letters (Unicode blocks Latin-1, Extended-A, Extended-B, Extended Additional), figures, and what
 * stands in names. All of them are in the faces that the press prints in. No sign that Markdown, a template or a mark-up reads as
 * more than itself; none that turns or hides its neighbours.
 */
export const nameSigns = /^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff &'’‘(),.\-–/+!]$/u

/** What someone entered, as a training provider without its logo, or every fault of it, by field. */
export const readTrainingProvider = (
  entered: Entered,
  known: KnownToAll,
): { provider: Omit<TrainingProvider, 'logo'> } | { faults: TrainingProviderFault[] } => {
  const [name, lead, number] = trainingProviderFields.map((field) => tidy(entered[field])) as [string, string, string]
  const faults = [
    ...nameFaults('name', name, known.names),
    ...nameFaults('lead', lead, known.names),
    ...numberFaults(number, known.numbers),
  ]
  return faults.length ? { faults } : { provider: { name, lead, number } }
}

/** Composed letters, single plain spaces. Any other white space is left, to be refused. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ \u00a0]+/g, ' ')
    .trim()

const nameFaults = (field: 'name' | 'lead', text: string, names: readonly string[]): TrainingProviderFault[] => {
  if (!text) return [{ field, code: 'missing' }]
  const sign = [...text].find((letter) => !nameSigns.test(letter))
  if (sign !== undefined) return [{ field, code: 'sign', sign: shown(sign) }]
  if ([...text].length > longestName) return [{ field, code: 'long' }]
  if (text.split(/[ –-]/).some((word) => [...word].length > longestWord)) return [{ field, code: 'long-word' }]
  const fault = nameFault(field, text, names)
  if (fault) return [{ field, ...fault }]
  return /\p{L}/u.test(text) ? [] : [{ field, code: 'missing' }]
}

/** A sign that nobody can see is named by its code. */
const shown = (sign: string): string =>
  /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign) ? sign : `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const numberFaults = (text: string, known: KnownNumbers): TrainingProviderFault[] => {
  const fault = numberFault(text, known)
  return fault ? [{ field: 'number', ...fault }] : []
}
