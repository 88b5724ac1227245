import { createHash } from 'node:crypto'
import { openDraft } from '../../../../../commands/register/imports/read-draft.ts'
import { readEvent } from '../../../../../commands/register/read-event.ts'
import { type Encoding, encodings } from '../../../../../domain/register/sheet/decode.ts'
import { type Table, tableIn } from '../../../../../domain/register/sheet/layout.ts'
import { type Mapping, mappingSchema } from '../../../../../domain/register/sheet/mapping.ts'
import type { Reading } from '../../../../../domain/register/sheet/people.ts'
import type { SheetFault, SheetRead } from '../../../../../domain/register/sheet/sheet.ts'
import type { Fields } from '../../../../forms/fields.ts'
import type { Member } from '../../../context/page.ts'

export const importPath = '/desk/register/import'
export const columnsPath = `${importPath}/columns`
export const keepPath = `${importPath}/keep`
export const importsPath = '/desk/register/imports'
/** Where a coordinator says whether whoever a list names has moved (people/moves.tsx). */
export const movesPath = '/desk/register/moves'

/** So long may it take to read, look up or keep a file, in ms: fifty thousand rows on a busy machine. */
export const patience = 120_000

/** What each page of an import carries to the next, in hidden fields. `ticket`: where the file lies, and what opens it. */
export type Carried = { ticket: string; partner: string | null; event: string | null; encoding: Encoding | null }

export const carriedFields = ({ ticket, partner, event, encoding }: Carried): Record<string, string> => ({
  ...{ ticket, partner: partner ?? '', event: event ?? '', encoding: encoding ?? '' },
})

export const carriedIn = (fields: Fields): Carried => ({
  ticket: fields.text('ticket', 200) ?? '',
  partner: fields.text('partner', 60) || null,
  event: fields.text('event', 60) || null,
  encoding: fields.choice('encoding', encodings),
})

/** How columns were matched, as the preview carries it; null: none that can be read. */
export const mappingIn = (fields: Fields): Mapping | null => {
  try {
    return mappingSchema.safeParse(JSON.parse(fields.text('mapping', 60_000) ?? '')).data ?? null
  } catch {
    return null
  }
}

/** A file as it was read: its people, and how. */
export type FileRead = { table: Table; how: SheetRead; hash: Buffer }

export const readFile = async (
  { desk }: Pick<Member, 'desk'>,
  file: Uint8Array,
  encoding: Encoding | null,
): Promise<FileRead | { fault: SheetFault | 'rows' }> => {
  const read = await desk.parts.readSheet(file, encoding)
  if ('fault' in read) return read
  const table = tableIn(read.sheet)
  return table ? { table, how: read.sheet.how, hash: createHash('sha256').update(file).digest() } : { fault: 'rows' }
}

/** The file that a page carried; `gone`: it must be sent again. */
export const readCarried = async (
  member: Member,
  { ticket, encoding }: Carried,
): Promise<FileRead | { fault: SheetFault | 'rows' | 'gone' }> => {
  const draft = await member.perform(openDraft, { ticket })
  return 'fault' in draft ? { fault: 'gone' } : readFile(member, draft.done.file, encoding)
}

/** What rows are read by: the pack, today, and the event whose list it is. */
export const readingOf = async (member: Member, { event }: Pick<Carried, 'event'>): Promise<Reading> => {
  const { desk, local } = member
  const reading = {
    ...{ course: desk.parts.pack.course, groups: desk.parts.pack.roleGroups, today: local.toPlainDate(), timeZone: local.timeZoneId },
  }
  if (event === null) return reading
  const of = (await member.perform(readEvent, { event })).done.event
  const on = of.starts.toZonedDateTimeISO(local.timeZoneId).toPlainDate().toString()
  return { ...reading, event: { tier: of.tier, version: of.taught, on } }
}
