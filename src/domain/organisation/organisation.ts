/** A picture that stands for an organisation, on a ground of its own: drawn anew by us, never the file that was handed in. */
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

/** An organisation that gives the course to its own people, as it says of itself. Nobody has compared it with any source. */
export type Organisation = {
  name: string
  /** Whom its people tell: a person, or a role. */
  lead: string
  /** Its own number, as it writes it. It stands beside 999 and the lines of the pack, never in their place. */
  number: string
  logo: Logo | null
}

export const organisationFields = ['name', 'lead', 'number'] as const
export type OrganisationField = (typeof organisationFields)[number]
export type Entered = Record<OrganisationField, string>

/** Letters that a name may have: a slide holds no longer one at a size that can be read from the last row. */
export const longestName = 60
/** Letters without a space or hyphen between them: a line of a title slide holds no more of the widest. */
export const longestWord = 25

export type OrganisationFault = { field: OrganisationField } & (
  | { code: 'missing' | 'long' | 'long-word' | 'number-in-name' | 'not-number' | 'emergency' | 'charged' }
  /** `sign`: what cannot stand there, shown so that it can be found. */
  | { code: 'sign'; sign: string }
  /** It belongs to a line of the pack, or is printed for it in error. */
  | { code: 'of-service' | 'wrong'; service: string }
)

/** Numbers of the pack: what each line is rung by, and what is wrongly printed for it. `digits` as a keypad in the United Kingdom needs them. */
export type KnownNumbers = readonly { digits: string; service: string; wrong: boolean }[]

/**
 * Signs of a name: Latin letters (Unicode blocks Latin-1, Extended-A, Extended-B, Extended Additional), figures, and what
 * stands in names. All of them are in the faces that the press prints in. No sign that Markdown, a template or a mark-up reads as
 * more than itself; none that turns or hides its neighbours.
 */
export const nameSigns = /^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff &'’‘(),.\-–/+!]$/u

/** What somebody entered, as an organisation without its logo, or every fault of it, by field. */
export const readOrganisation = (
  entered: Entered,
  known: KnownNumbers,
): { organisation: Omit<Organisation, 'logo'> } | { faults: OrganisationFault[] } => {
  const [name, lead, number] = organisationFields.map((field) => tidy(entered[field])) as [string, string, string]
  const faults = [...nameFaults('name', name), ...nameFaults('lead', lead), ...numberFaults(number, known)]
  return faults.length ? { faults } : { organisation: { name, lead, number } }
}

/** Composed letters, single plain spaces. Any other white space is left, to be refused. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ \u00a0]+/g, ' ')
    .trim()

const nameFaults = (field: 'name' | 'lead', text: string): OrganisationFault[] => {
  if (!text) return [{ field, code: 'missing' }]
  const sign = [...text].find((letter) => !nameSigns.test(letter))
  if (sign !== undefined) return [{ field, code: 'sign', sign: shown(sign) }]
  if ([...text].length > longestName) return [{ field, code: 'long' }]
  if (text.split(/[ –-]/).some((word) => [...word].length > longestWord)) return [{ field, code: 'long-word' }]
  // A number there would be read as one to ring, and nothing would have looked at it.
  if (/\d(?:[ ()/.+–-]*\d){4}/.test(text)) return [{ field, code: 'number-in-name' }]
  return /\p{L}/u.test(text) ? [] : [{ field, code: 'missing' }]
}

/** A sign that nobody can see is named by its code. */
const shown = (sign: string): string =>
  /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign) ? sign : `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Figures in groups, at most 30 signs in all, perhaps with a plus before and an extension after. */
const written = /^(?<main>\+?\(?\d[\d ()-]{0,24}\d)(?: ?,? ?(?:ext\.?|extension|x) ?\d{1,6})?$/i

/**
 * Numbers that everybody knows or that lead out of the house: the emergency numbers 999, 112 and 18000 (by text relay), those of
 * three figures for the police, health and power, and 116 with three more (Ofcom, The National Telephone Numbering Plan, Part A).
 * A switchboard asks for 9 or 0 before them.
 */
const emergency = /^[09]?(?:999|112|911|101|111|105|18000|18001|116\d{3})$/

const numberFaults = (text: string, known: KnownNumbers): OrganisationFault[] => {
  const fault = (code: 'missing' | 'not-number' | 'emergency' | 'charged'): OrganisationFault[] => [{ field: 'number', code }]
  if (!text) return fault('missing')
  const main = text.length <= 30 ? written.exec(text)?.groups?.main : undefined
  if (main === undefined || !balanced(main)) return fault('not-number')
  const digits = homeDigits(main)
  if (emergency.test(digits)) return fault('emergency')
  const same = known.find((one) => one.digits === digits)
  if (same) return [{ field: 'number', code: same.wrong ? 'wrong' : 'of-service', service: same.service }]
  // 09 is charged at a premium, 118 are directory enquiries (the same Plan).
  if (/^(?:09|118\d{3}$)/.test(digits)) return fault('charged')
  return plausible(main, digits) ? [] : fault('not-number')
}

const balanced = (text: string): boolean => /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(text)

/** Digits as rung from within the country: `+44 (0)1632 960 001` and `0044 1632 960 001` are `01632960001`. */
const homeDigits = (main: string): string =>
  main
    .replace(/[^\d+]/g, '')
    .replace(/^\+/, '00')
    .replace(/^00440?/, '0')

/** Ten or eleven figures at home (a nought first), eight to fifteen abroad (ITU-T E.164), three to eight inside an organisation or a town. */
const plausible = (main: string, digits: string): boolean => {
  if (/^00/.test(digits)) return digits.length >= 10 && digits.length <= 17
  if (main.startsWith('+')) return digits.length === 10 || digits.length === 11
  return digits.startsWith('0') ? digits.length === 10 || digits.length === 11 : digits.length >= 3 && digits.length <= 8
}
