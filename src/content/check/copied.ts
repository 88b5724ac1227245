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
  // A copy that somebody has begun does not make wrong what it was copied from: the copy is refused until it is done.
  if (headOf(other, 'copied_from') === pack.id && !headOf(other, 'adopted')) return false
  return place(area) !== place(headOf(other, 'area')) || adopted !== null
}

const sameFindings = ({ pack, files }: Whole, other: PackFiles): Finding[] => {
  const oneArea = place(pack.partnership.area) === place(headOf(other, 'area'))
  const [id, its] = [idOf(other), contactsOf(other, idOf(other))]
  const broken = [...other.findings]
    .filter(({ rule }) => rule === 'yaml' || rule === 'file')
    .map(
      ({ file, line }): Finding => ({
        severity: 'error',
        rule: 'copied',
        file,
        line,
        found: `this cannot be read, so it cannot be told whether a number of ${pack.id} is one of ${id}`,
        instead: `Mend it first: npx waymark check ${id}`,
      }),
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
    ...its.filter(({ sharedWith }) => sharedWith.includes(pack.id)),
  ]
  const told = new Set<string>()
  return [
    ...broken,
    ...pairs.flatMap(({ contact, same }): Finding[] => {
      const once = `${contact.file}:${contact.line} ${contact.kind} ${contact.key}`
      if (told.has(once) || free.some((one) => isSame(one, contact))) return []
      told.add(once)
      return [
        {
          severity: 'error',
          rule: 'copied',
          file: contact.file,
          line: contact.line,
          found: `the ${names[contact.kind]} "${contact.shown}" of ${pack.id} is also that of ${id} (${same.file}:${same.line})`,
          instead: oneArea
            ? `Only one pack of an area can be adopted. Take the other one away; one that is worked on says \`copied_from: ${pack.id}\` and \`adopted: null\`.`
            : `Write the one of ${pack.partnership.area}, or take it out. Only where one body serves both areas: \`shared_with: [${id}]\` and a \`source\` in its row.`,
        },
      ]
    }),
  ]
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
  const complain = (file: string, line: number, found: string, instead: string): Finding => ({
    severity: 'error',
    rule: 'copied',
    file,
    line,
    found,
    instead,
  })
  const unknown = (field: string, id: string) =>
    id === pack.id
      ? { found: `${field} names this pack itself`, instead: 'Name the other one, or take it out.' }
      : {
          found: `${field} names "${id}", and there is no such pack`,
          instead: `Name a folder of content/${didYouMean(id, ids)}. That pack stays beside this one: without it nothing can be compared.`,
        }
  const { copied_from: from } = pack.partnership
  const head = files.yaml('partnership.yaml').sources.at(-1)
  const copied = unknown('copied_from', from ?? '')
  return [
    ...(from === undefined || ids.includes(from) || !head
      ? []
      : [complain(head.file, head.line(['copied_from']), copied.found, copied.instead)]),
    ...sharedMarks(files, pack.id).flatMap(({ file, line, pack: id, sourced }): Finding[] => {
      const { found, instead } = unknown('shared_with', id)
      return [
        ...(ids.includes(id) ? [] : [complain(file, line, found, instead)]),
        ...(sourced
          ? []
          : [complain(file, line, 'a shared row has no source of its own', 'Add a `source` that says that it serves both areas.')]),
      ]
    }),
  ]
}
