import { randomUUID } from 'node:crypto'
import { listNames } from '../../../../../commands/register/list-names.ts'
import type { EventWithEntries } from '../../../../../commands/register/read-event.ts'
import { readKnownWorkplaces } from '../../../../../commands/register/read-workplaces.ts'
import { meantKnown } from '../../../../../domain/register/alike.ts'
import { organisationKey } from '../../../../../domain/register/names.ts'
import { readTypedNames, type TypedNameFault } from '../../../../../domain/register/typed-names.ts'
import type { Fields } from '../../../../forms/fields.ts'
import { SubmitButton } from '../../../components/buttons.tsx'
import { DeskForm, LongTextField, SelectField } from '../../../components/fields.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import { type FieldFault, text } from '../../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../../context/page.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { addressOf, leads, readEventOf } from './event-of.ts'
import { kindOf } from './kind.ts'
import { EntryRows, partnerName } from './list.tsx'
import { keepPhotos, photosIn, sheetAt, sheetUpload } from './photos.tsx'
import { AddPhoto, PhotoKept, PhotosTold, photosFor, SheetPhoto } from './sheet-photo.tsx'
import { Listed } from './told.tsx'

const ways = ['list', 'sheet'] as const
const mostNames = 200
const names = text({ missing: 'event-fault.names-none', long: 'event-fault.names-many', most: 40_000, lines: true })

/** Where the kind of an organisation is chosen: the same field whatever else is on the list. */
const kindField = (organisation: string): string => `kind-${organisationKey(organisation).replaceAll(' ', '-')}`

/** A trainer types names: a quick list in the room, or a paper sheet afterwards. Of organisations that nobody knows yet the kind is asked for. */
export const namesPage: MemberPage = {
  path: '/desk/events/:id/names',
  here: 'events',
  show: async (member) => {
    const way = ways.find((one) => one === member.query('way')) ?? 'list'
    return shown(member, { ...untyped(way), photo: member.query('photo') })
  },
  upload: sheetUpload,
  send: async (member, fields, files) => {
    const { event } = await readEventOf(member)
    if (!leads(member, event)) return deniedPage(member, 'not-allowed')
    const { t, desk } = member
    const way = fields.choice('way', ways) ?? 'list'
    const { typed, read } = names(fields, 'names')
    const before = { ...untyped(way), typed: String(typed), chosen: chosenIn(fields), photo: fields.text('photo', 40) }
    const photosAlone = fields.text('do', 20) === 'photo'
    // Photos that were chosen are kept with either button, and what was typed stays beside them.
    const kept = way === 'sheet' && (photosAlone || photosIn(files)) ? await keepPhotos(member, files) : null
    if (kept && 'faults' in kept) return shown(member, { ...before, faults: kept.faults })
    const page = { ...before, photo: before.photo ?? kept?.photo, added: kept?.added ?? 0 }
    if (kept && photosAlone) {
      const now = { ...page, photo: kept.photo }
      return page.typed.trim() ? shown(member, now) : { to: `${sheetAt(event.id, kept.photo)}&told=added&n=${kept.added}` }
    }
    if ('fault' in read) return shown(member, { ...page, faults: [{ name: 'names', text: t(read.fault) }] })
    // A paper sheet has a column for it: whoever left it empty may work anywhere.
    const usual = way === 'sheet' ? null : partnerName(member, event)
    const { names: listed, faults } = readTypedNames(read.value, usual, lastLetter(member))
    if (faults.length) return shown(member, { ...page, faults: faults.map((fault) => lineFault(member, fault)) })
    if (listed.length > mostNames) return shown(member, { ...page, faults: [{ name: 'names', text: t('event-fault.names-many') }] })
    const {
      done: { known, alike },
    } = await member.perform(readKnownWorkplaces, { names: listed.map(({ organisation }) => organisation) })
    const unknown = listed.map(({ organisation }) => organisation).filter((name) => !known.includes(organisationKey(name)))
    const once = [...new Map(unknown.map((name) => [organisationKey(name), name])).values()]
    const { trainedSectors, roleGroups } = desk.parts.pack
    const sectorOf = (organisation: string): string | null =>
      trainedSectors.find(({ id }) => id === fields.text(kindField(organisation), 60))?.id ?? null
    // Whoever mistyped one that is known says so in place of its kind.
    const meant = (organisation: string): string | null =>
      fields.text(kindField(organisation), 60) === meantKnown ? (alike.get(organisationKey(organisation)) ?? null) : null
    const missing = once.filter((name) => sectorOf(name) === null && meant(name) === null)
    const kinds = {
      ...page,
      unknown: once,
      alike,
      faults: missing.map((name) => ({ name: kindField(name), text: t('event-fault.kind-of', { name }) })),
    }
    if (missing.length) return shown(member, kinds)
    const outcome = await member.perform(
      listNames,
      {
        ...{ event: event.id, way },
        names: listed.map(({ name, organisation, letter, email }) => ({
          ...{ name, organisation: meant(organisation) ?? organisation, sector: sectorOf(organisation), email },
          group: letter === null ? null : (roleGroups[letter.charCodeAt(0) - 65]?.id ?? null),
        })),
      },
      member.key,
    )
    if ('done' in outcome) {
      const told = `told=listed&n=${outcome.done.added}&batch=${outcome.done.batch}`
      // Beside the photo they are compared with it.
      return { to: page.photo ? `${sheetAt(event.id, page.photo)}&${told}` : `${addressOf(event.id)}?${told}` }
    }
    const said = { none: 'event-fault.names-none', cancelled: 'register-fault.cancelled', sector: 'event-fault.kind' } as const
    return shown(member, { ...page, faults: [{ name: 'names', text: t(said[outcome.fault]) }] })
  },
}

/** Of the groups on the sheet, A and so on. */
const lastLetter = ({ desk }: Member): string => String.fromCharCode(64 + desk.parts.pack.roleGroups.length)

const lineFaults = {
  where: 'event-fault.line-where',
  name: 'event-fault.line-name',
  long: 'event-fault.line-long',
  organisation: 'event-fault.line-organisation',
  email: 'event-fault.line-email',
  letter: 'event-fault.line-letter',
  commas: 'event-fault.line-commas',
} as const

const lineFault = (member: Member, { line, fault, ...more }: TypedNameFault): FieldFault => ({
  name: 'names',
  text: member.t(lineFaults[fault], { line, last: lastLetter(member), name: 'name' in more ? more.name : '' }),
})

const chosenIn =
  (fields: Fields) =>
  (organisation: string): string =>
    fields.text(kindField(organisation), 60) ?? ''

type Page = {
  /** The photo of the sheet that is looked at meanwhile. */
  photo?: string | null | undefined
  /** So many photos came with the form that is answered. */
  added?: number
  way: (typeof ways)[number]
  typed: string
  unknown: readonly string[]
  /** Known ones that they are like, by their keys. */
  alike?: ReadonlyMap<string, string>
  faults: readonly FieldFault[]
  chosen(organisation: string): string
}

const untyped = (way: Page['way']): Page => ({ way, typed: '', unknown: [], faults: [], chosen: () => '' })

/** Its fields stand apart on the page: the photos before or after the names. */
const formId = 'names-form'

const shown = async (member: Member, page: Page): Promise<Answer> => {
  const { way, typed, unknown, alike, faults, chosen, added = 0 } = page
  const { t } = member
  // The key of photos that are kept is used up: with it, the next ones would be taken for the same.
  const key = added ? randomUUID() : member.key
  const { event, entries } = await readEventOf(member)
  if (!leads(member, event)) return deniedPage(member, 'not-allowed')
  const sheet = way === 'sheet' ? await photosFor(member, event.id, page.photo) : null
  const addsPhotos = sheet && event.state === 'planned' && Temporal.Instant.compare(member.now, event.starts) >= 0
  const title = t(way === 'sheet' ? 'event.sheet' : 'event.quick')
  const fault = (name: string) => faults.filter((one) => one.name === name).map(({ text }) => text)
  return {
    title,
    faults,
    body: (
      <>
        <PageHead title={title} back={{ href: addressOf(event.id), text: t('event.back') }} />
        <PhotosTold member={member} added={added} />
        {member.query('told') === 'listed' ? <Listed member={member} /> : null}
        <p>{way === 'sheet' ? t('event.sheet-what') : t('event.quick-what', { partner: partnerName(member, event) })}</p>
        {sheet?.open ? <p>{t('event.photo-steps')}</p> : null}
        {addsPhotos && !sheet.open ? <AddPhoto member={member} photos={sheet.photos} form={formId} fault={fault('photos')[0]} /> : null}
        <div class="beside">
          {sheet ? <SheetPhoto member={member} event={event.id} {...sheet} /> : null}
          <div class="flow">
            <DeskForm
              action={`${addressOf(event.id)}/names`}
              id={formId}
              files={way === 'sheet'}
              hidden={{ key, way, ...(sheet?.open ? { photo: sheet.open.id } : {}) }}
            >
              <LongTextField
                t={t}
                name="names"
                label={t('event.names')}
                hint={t(way === 'sheet' ? 'event.sheet-hint' : 'event.names-hint')}
                rows={10}
                value={typed}
                fault={fault('names').join('. ') || undefined}
              />
              {unknown.length ? <p>{t('event.kind-why')}</p> : null}
              {unknown.map((organisation) => (
                <SelectField
                  {...kindOf(member, organisation, alike?.get(organisationKey(organisation)))}
                  name={kindField(organisation)}
                  value={chosen(organisation)}
                  fault={fault(kindField(organisation))[0]}
                />
              ))}
              <div class="actions">
                <SubmitButton name="do" value="names">
                  {t('event.quick-go')}
                </SubmitButton>
                <span class="small">{t('event.quick-undo')}</span>
              </div>
            </DeskForm>
            {sheet?.open ? <TypedSoFar member={member} event={event} entries={entries} /> : null}
          </div>
        </div>
        {sheet ? <PhotoKept member={member} event={event.id} {...sheet} /> : null}
        {addsPhotos && sheet.open ? <AddPhoto member={member} photos={sheet.photos} form={formId} fault={fault('photos')[0]} /> : null}
      </>
    ),
  }
}

/** What came from the paper, to compare with its photo. */
const TypedSoFar = ({ member, event, entries }: { member: Member } & Pick<EventWithEntries, 'event' | 'entries'>) => {
  const { t } = member
  const typed = entries.filter(({ way, state }) => way === 'sheet' && (state === 'entered' || state === 'confirmed'))
  return (
    <Part id="typed" heading={t('event.photo-typed')}>
      {typed.length ? <EntryRows member={member} event={event} entries={typed} /> : <p>{t('event.photo-none-typed')}</p>}
    </Part>
  )
}
