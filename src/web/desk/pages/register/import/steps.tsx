import { createHash } from 'node:crypto'
import { arrivingRows } from '../../../../../commands/register/imports/arriving-rows.ts'
import { dropDraft } from '../../../../../commands/register/imports/draft.ts'
import { keepImport } from '../../../../../commands/register/imports/keep-import.ts'
import { readKnown } from '../../../../../commands/register/imports/read-known.ts'
import { tryImport } from '../../../../../commands/register/imports/try-import.ts'
import type { DeskId } from '../../../../../content/word-ids.ts'
import type { ArrivingRow, Came } from '../../../../../domain/register/arriving.ts'
import { headerText } from '../../../../../domain/register/sheet/columns.ts'
import { type Mapping, mostListed } from '../../../../../domain/register/sheet/mapping.ts'
import { apartByEmail, type BadRow, type PeopleRead, peopleIn, type SheetPerson } from '../../../../../domain/register/sheet/people.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import type { Answer, Member, MemberPage, Shown } from '../../../context/page.ts'
import {
  type Carried,
  carriedIn,
  columnsPath,
  type FileRead,
  importPath,
  importsPath,
  keepPath,
  mappingIn,
  patience,
  readCarried,
  readingOf,
} from './carried.ts'
import { fits, guessMapping, readColumns } from './columns.ts'
import { columnsShown } from './columns-form.tsx'
import { previewShown } from './preview.tsx'

const headersOf = ({ table }: FileRead): Buffer => createHash('sha256').update(headerText(table.headers)).digest()

const knownOf = async (member: Member, { partner }: Carried, read: FileRead) =>
  (await member.perform(readKnown, { partner, headers: headersOf(read), hash: read.hash })).done

/** A file was sent: what it holds where one like it was matched before, else what each column is. */
export const afterFile = async (member: Member, carried: Carried, read: FileRead): Promise<Answer> => {
  const { mapping } = await knownOf(member, carried, read)
  if (mapping && fits(read.table, mapping, carried)) return preview(member, carried, read, mapping, 0, true)
  return columnsShown(member, carried, read, { mapping: mapping ?? guessMapping(member, read.table, carried), touched: mapping !== null })
}

/** Rows after which others have their turn: to read 50,000 takes seconds on a busy machine. */
const turn = 2000

const arriving = async (member: Member, carried: Carried, { table }: FileRead, mapping: Mapping) => {
  const reading = await readingOf(member, carried)
  const read: { people: SheetPerson[]; bad: BadRow[]; others: number } = { people: [], bad: [], others: 0 }
  for (let at = 0; at < table.rows.length; at += turn) {
    const part = peopleIn({ ...table, rows: table.rows.slice(at, at + turn) }, mapping, reading)
    read.people.push(...part.people)
    read.bad.push(...part.bad)
    read.others += part.others
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { email } = mapping.columns
  const apart = apartByEmail(read.people, email === undefined ? '' : (table.headers[email] ?? ''))
  const people: PeopleRead = { ...read, people: apart.people, bad: [...read.bad, ...apart.bad] }
  const { partner } = carried
  const rows = await arrivingRows(member.desk.parts, people.people, {
    partner: carried.event === null ? partner : null,
    sector: mapping.sector,
  })
  return { people, rows }
}

/** `again`: nobody was asked about these columns, for a file with the same ones was matched before. */
const preview = async (member: Member, carried: Carried, read: FileRead, mapping: Mapping, page = 0, again = false): Promise<Shown> => {
  const { people, rows } = await arriving(member, carried, read, mapping)
  if (carried.event !== null && rows.length > mostListed) return failed(member, carried, 'import-fault.event-many')
  const { partner, event } = carried
  const tried = (await member.perform(tryImport, { partner, event, rows })).done
  const { before } = await knownOf(member, carried, read)
  return previewShown(member, carried, read, mapping, people, { ...tried, before, certificates: certificatesOf(rows, tried), again }, page)
}

/** How many people get a certificate: of those that are kept, whose version is known, and who are nobody else's. */
const certificatesOf = (
  rows: readonly ArrivingRow[],
  { came, elsewhere }: { came: readonly Came[]; elsewhere: ReadonlySet<number> },
): number =>
  new Set(
    rows.flatMap(({ version, email_key, account_key }, at) =>
      version !== null && came[at] === 'kept' && !elsewhere.has(at) ? [email_key ?? account_key ?? at] : [],
    ),
  ).size

/** The answers about columns. */
export const columnsPage: MemberPage = {
  path: columnsPath,
  here: 'events',
  patience,
  send: async (member, fields): Promise<Answer> => {
    const carried = carriedIn(fields)
    const read = await readCarried(member, carried)
    if ('fault' in read) return failed(member, carried, faultId(read.fault))
    const turned = /^\d{1,3}$/.exec(fields.text('page', 3) ?? '')
    const looked = turned ? mappingIn(fields) : null
    if (turned && looked) return preview(member, carried, read, looked, Number(turned[0]))
    if (fields.has('change')) {
      const mapping = mappingIn(fields) ?? guessMapping(member, read.table, carried)
      return columnsShown(member, carried, read, { mapping, touched: true })
    }
    if ((fields.text('read-as', 20) ?? '') !== (carried.encoding ?? ''))
      return columnsShown(member, carried, read, { mapping: guessMapping(member, read.table, carried), touched: false })
    const { mapping, faults, asks } = readColumns(member, fields, read.table, carried)
    if (asks || faults.length)
      return columnsShown(member, carried, read, { mapping, faults, touched: fields.has('ours'), asks: asks && !faults.length })
    return preview(member, carried, read, mapping)
  },
}

/** Keeps what the preview showed, or nothing. */
export const keepPage: MemberPage = {
  path: keepPath,
  here: 'events',
  patience,
  send: async (member, fields): Promise<Answer> => {
    if (fields.has('none')) {
      await member.perform(dropDraft, {})
      return { to: `${importsPath}?told=none` }
    }
    const carried = carriedIn(fields)
    const mapping = mappingIn(fields)
    const read = await readCarried(member, carried)
    if ('fault' in read || !mapping) return failed(member, carried, faultId('fault' in read ? read.fault : 'gone'))
    const { people, rows } = await arriving(member, carried, read, mapping)
    const [draft = ''] = carried.ticket.split('.')
    const { partner, event } = carried
    const outcome = await member.perform(
      keepImport,
      { draft, partner, event, hash: read.hash, headers: headersOf(read), mapping, rows, bad: people.bad.length, others: people.others },
      member.key,
    )
    if ('fault' in outcome) return failed(member, carried, `import-fault.${outcome.fault}`)
    return { to: `${importsPath}/${outcome.done.id}?told=kept` }
  },
}

type Failed = Extract<Awaited<ReturnType<typeof readCarried>>, { fault: unknown }>['fault']
const faultId = (fault: Failed): DeskId => (fault === 'gone' ? 'import.gone' : `import-fault.${fault}`)

/** Why the file cannot be gone on with. */
const failed = ({ t }: Member, { event }: Carried, fault: DeskId): Shown => {
  const title = t(event === null ? 'import.title' : 'import.title-event')
  return {
    status: 400,
    title,
    body: (
      <>
        <PageHead
          title={title}
          back={
            event === null ? { href: importsPath, text: t('import.back') } : { href: `/desk/events/${event}`, text: t('import.event-back') }
          }
        />
        <Message
          kind="wrong"
          id="failed"
          heading={t(fault)}
          act={<LinkButton href={event === null ? importPath : `${importPath}?event=${event}`}>{t('import-fault.file')}</LinkButton>}
        >
          {fault === 'import.gone' ? <p>{t('import.gone-what')}</p> : null}
        </Message>
      </>
    ),
  }
}
