import { readDirectory } from '../../../../../commands/people/read-directory.ts'
import { keepDraft } from '../../../../../commands/register/imports/draft.ts'
import { readEvent } from '../../../../../commands/register/read-event.ts'
import type { DeskId } from '../../../../../content/word-ids.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { may, mayAny } from '../../../../../domain/access/table.ts'
import { heaviestSheet } from '../../../../../domain/register/sheet/sheet.ts'
import { FileUpload } from '../../../../govuk/file-upload.tsx'
import { SubmitButton } from '../../../components/buttons.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { Hidden } from '../../../components/hidden.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Answer, Member, MemberPage, Shown } from '../../../context/page.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { importPath, importsPath, patience, readFile } from './carried.ts'
import { afterFile } from './steps.tsx'

const upload: MemberPage['upload'] = {
  fileFields: [{ name: 'file', most: 1, bytes: heaviestSheet }],
  texts: { most: 8, bytes: 1000 },
  bytes: heaviestSheet + 1_000_000,
  atOnce: 3,
  busy: 'error.busy',
  later: 10,
  patience,
  // Whoever imports nobody has no file read: of which partner, or for which event, is said in the form itself.
  admit: async (member) => {
    const { viewer } = member
    const imports = holds(viewer, 'coordinator') || holds(viewer, 'spoc') || mayAny(viewer, 'change', 'training-event')
    return imports ? null : deniedPage(member, 'not-allowed')
  },
}

/** No partner: each row says where somebody works. */
const byRows = 'rows'

/** Somebody sends a file. What is wrong with it is said here; else the next question follows at once. */
export const importPage: MemberPage = {
  path: importPath,
  here: 'events',
  upload,
  show: async (member) => uploadShown(member, { partner: '', event: member.query('event') }, []),
  send: async (member, fields, files): Promise<Answer> => {
    const event = fields.text('event', 60) || null
    const typed = fields.text('partner', 60) ?? ''
    const partners = await partnersFor(member)
    const partner = typed === byRows ? null : (partners.find(({ value }) => value === typed)?.value ?? null)
    const again = (...faults: { name: string; fault: DeskId }[]) =>
      uploadShown(
        member,
        { partner: typed, event },
        faults.map(({ name, fault }) => ({ name, text: member.t(fault) })),
      )
    const [sent] = files.get('file') ?? []
    if (event !== null) {
      const { trainer, partner, state } = (await member.perform(readEvent, { event })).done.event
      const leads = may(member.viewer, 'change', 'training-event', { own: trainer.id === member.viewer.person, partner })
      if (!leads) return deniedPage(member, 'not-allowed')
      if (state === 'cancelled') return again({ name: 'file', fault: 'import-fault.event-cancelled' })
    }
    const ofNobody = event === null && !partners.some(({ value }) => value === typed)
    if (ofNobody || !sent)
      return again(
        ...(ofNobody ? [{ name: 'partner', fault: 'import-fault.partner' } as const] : []),
        ...(sent ? [] : [{ name: 'file', fault: 'import-fault.file' } as const]),
      )
    const read = await readFile(member, sent.bytes, null)
    if ('fault' in read) return again({ name: 'file', fault: `import-fault.${read.fault}` })
    const { ticket } = (await member.perform(keepDraft, { file: sent.bytes })).done
    return afterFile(member, { ticket, partner: event === null ? partner : null, event, encoding: null }, read)
  },
}

/** Whose people whoever asks may import: a SPOC their own partner's, a coordinator anybody's. */
const partnersFor = async (member: Member): Promise<{ value: string; text: string }[]> => {
  const { viewer, t } = member
  const { partners } = (await member.perform(readDirectory, null)).done
  const all = holds(viewer, 'coordinator')
  const mine = partners.filter(({ id }) => all || viewer.grants.some(({ role, partner }) => role === 'spoc' && partner === id))
  return [...(all ? [{ value: byRows, text: t('import.partner-rows') }] : []), ...mine.map(({ id, name }) => ({ value: id, text: name }))]
}

export const uploadShown = async (
  member: Member,
  { partner, event }: { partner: string; event: string | null },
  faults: readonly FieldFault[],
): Promise<Shown> => {
  const { t, key } = member
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  // Whoever may not see the event is told so in place of this page.
  if (event !== null) await member.perform(readEvent, { event })
  const partners = event === null ? await partnersFor(member) : []
  const title = t(event === null ? 'import.title' : 'import.title-event')
  const wrong = fault('file')
  return {
    title,
    faults,
    body: (
      <>
        <PageHead
          title={title}
          sub={t(event === null ? 'import.what' : 'import.what-event')}
          back={
            event === null ? { href: importsPath, text: t('import.back') } : { href: `/desk/events/${event}`, text: t('import.event-back') }
          }
        />
        <form method="post" action={importPath} enctype="multipart/form-data" novalidate class="form">
          <Hidden fields={{ key, event: event ?? '', ...(partners.length === 1 ? { partner: partners[0]?.value ?? '' } : {}) }} />
          {partners.length > 1 ? (
            <SelectField t={t} name="partner" label={t('import.partner')} fault={fault('partner')} choices={partners} value={partner} />
          ) : null}
          <FileUpload
            name="file"
            label={{ text: t('import.file') }}
            hint={{ text: t('import.file-hint') }}
            attributes={{ accept: '.csv,.tsv,.txt,.xlsx', ...(wrong ? { 'aria-invalid': 'true' } : {}) }}
            {...(wrong ? { errorMessage: { text: wrong, visuallyHiddenText: t('desk.error') } } : {})}
          />
          <p class="small">{t('import.stays')}</p>
          <div class="actions">
            <SubmitButton>{t('import.go')}</SubmitButton>
          </div>
        </form>
      </>
    ),
  }
}
