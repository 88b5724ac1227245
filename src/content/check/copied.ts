import type { PackFiles } from '../files.ts'
import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'
import { didYouMean } from '../nearest.ts'
import { type Contact, contactsOf, sharedMarks } from './contacts.ts'

/**
 * A county's pack often begins as a copy of another's. What it sends people to must then be its own: a number of the other county's
 * children's services is answered, by people who cannot help. So a pack is refused while a number or address of its local rows is one of
 * another pack's, unless both are of one area and it is not adopted, or the row says that it is shared.
 */
export const copiedFindings = (loaded: Whole, others: readonly PackFiles[]): Finding[] => [
  ...namedFindings(loaded, others),
  ...others.filter((other) => mustDiffer(loaded, other)).flatMap((other) => sameFindings(loaded, other)),
]

const idOf = ({ layers }: PackFiles): string => layers[0] ?? ''

/** A value of another pack's partnership.yaml, which is not checked here. */
const headOf = (files: PackFiles, key: string): unknown => {
  const data: unknown = files.yaml('partnership.yaml').sources[0]?.data
  return data && typeof data === 'object' ? Reflect.get(data, key) : undefined
}

const place = (area: unknown): string =>
  String(area ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const mustDiffer = ({ pack }: Whole, other: PackFiles): boolean => {
  const { area, adopted } = pack.partnership
  // A copy that someone has begun does not make wrong what it was copied from: the copy is refused until it is done.
  if (headOf(other, 'copied_from') === pack.id && !headOf(other, 'adopted')) return false
  return place(area) !== place(headOf(other, 'area')) || adopted !== null
}

const complain = (place: { file: string; line: number }, found: string, instead: string): Finding => ({
  severity: 'error',
  rule: 'copied',
  file: place.file,
  line: place.line,
  found,
  instead,
})

const sameFindings = ({ pack, files }: Whole, other: PackFiles): Finding[] => {
  const [id, its] = [idOf(other), contactsOf(other, idOf(other))]
  const broken = other.findings.map((fault) =>
    complain(
      fault,
      `this cannot be read, so Waymark cannot check whether ${pack.id} has any of the numbers in ${id}`,
      `Fix it first: run npx waymark check ${id}.`,
    ),
  )
  const numbers = its.filter(({ kind }) => kind === 'phone').map(({ key }) => key)
  const own = contactsOf(files, pack.id, numbers)
  const pairs = own.flatMap((contact) => {
    const same = its.find((one) => isSame(one, contact))
    return same ? [{ contact, same }] : []
  })
  if (!pairs.length) return broken
  // What the national files give is everybody's; what either pack marks as shared is both's.
  const free = [
    ...contactsOf(files, 'national', numbers),
    ...own.filter(({ sharedWith }) => sharedWith.includes(id)),
    ...its.filter(({ sharedWith, sourced }) => sourced && sharedWith.includes(pack.id)),
  ]
  const instead =
    place(pack.partnership.area) === place(headOf(other, 'area'))
      ? `Only one pack for an area can be adopted. Remove the other one. If you are still working on it, write \`copied_from: ${pack.id}\` and \`adopted: null\` in it.`
      : `Write the one for ${pack.partnership.area}, or remove it. If one body serves both areas, add \`shared_with: [${id}]\` and a \`source\` to its entry.`
  const findings = pairs
    .filter(({ contact }) => !free.some((one) => isSame(one, contact)))
    .map(({ contact, same }): [string, Finding] => [
      // A number stands three times in its field.
      `${contact.file}:${contact.line} ${contact.kind} ${contact.key}`,
      complain(
        contact,
        `the ${names[contact.kind]} "${contact.shown}" in ${pack.id} is also in ${id} (${same.file}:${same.line})`,
        instead,
      ),
    ])
  return [...broken, ...new Map(findings).values()]
}

const names: Record<Contact['kind'], string> = {
  phone: 'number',
  email: 'e-mail address',
  url: 'address',
  account: 'account',
  postcode: 'postcode',
}

const isSame = (one: Contact, other: Contact): boolean =>
  one.kind === other.kind && one.key === other.key && (!one.query || !other.query || one.query === other.query)

/** Packs that are named and are not there; marks that rest on nothing. */
const namedFindings = ({ pack, files }: Whole, others: readonly PackFiles[]): Finding[] => {
  const ids = others.map(idOf)
  const unknown = (field: string, id: string) =>
    id === pack.id
      ? { found: `${field} names this pack itself`, instead: 'Name the other pack, or remove the line.' }
      : {
          found: `${field} names "${id}", but there is no such pack`,
          instead: `Name a folder in content/${didYouMean(id, ids)}. Keep that pack next to this one, because Waymark compares the two.`,
        }
  const { copied_from: from } = pack.partnership
  const head = files.yaml('partnership.yaml').sources.at(-1)
  const copied = unknown('copied_from', from ?? '')
  return [
    ...(from === undefined || ids.includes(from) || !head
      ? []
      : [complain({ file: head.file, line: head.line(['copied_from']) }, copied.found, copied.instead)]),
    ...sharedMarks(files, pack.id).flatMap((mark): Finding[] => {
      const { found, instead } = unknown('shared_with', mark.pack)
      return [
        ...(ids.includes(mark.pack) ? [] : [complain(mark, found, instead)]),
        ...(mark.sourced
          ? []
          : [complain(mark, 'a shared entry needs its own source', 'Add a `source` that confirms that it serves both areas.')]),
      ]
    }),
  ]
}
