import { takePicture } from '../../../../../commands/pictures/take-picture.ts'
import { addPhotos } from '../../../../../commands/register/photos/add-photos.ts'
import { readPhotos } from '../../../../../commands/register/photos/read-photos.ts'
import { removePhoto } from '../../../../../commands/register/photos/remove-photo.ts'
import type { DeskId } from '../../../../../content/word-ids.ts'
import { heaviestPicture, mostPictures } from '../../../../../domain/pictures/picture.ts'
import { mostSheetPhotos, sheetPhotoSide } from '../../../../../domain/register/sheet-photo.ts'
import { Confirm } from '../../../components/confirm.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member, MemberPage, SentFiles } from '../../../context/page.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { addressOf } from './event-of.ts'

/** Where the sheet is typed in, beside one of its photos. */
export const sheetAt = (event: string, photo?: string): string => `${addressOf(event)}/names?way=sheet${photo ? `&photo=${photo}` : ''}`

/** Photos come with the names that are typed from them, as one form: neither is lost by sending the other. */
export const sheetUpload: NonNullable<MemberPage['upload']> = {
  fileFields: [{ name: 'photos', most: mostPictures, bytes: heaviestPicture, counted: 500 }],
  // The names, the kinds of organisations that nobody knows, and what the form carries.
  texts: { most: 220, bytes: 200_000 },
  bytes: mostPictures * heaviestPicture + 1_000_000,
  atOnce: 3,
  busy: 'error.busy',
  later: 10,
  patience: 120_000,
  // Whoever may not add any has none of theirs read or opened.
  admit: async (member) => {
    await member.perform(readPhotos, { event: member.param('id') })
    return null
  },
}

export const photosIn = (files: SentFiles): boolean => Boolean(files.get('photos')?.length)

/** Keeps the photos that came; what is wrong with one is said beside the field, and none of them is kept then. */
export const keepPhotos = async (
  member: Member,
  files: SentFiles,
): Promise<{ photo: string; added: number } | { faults: FieldFault[] }> => {
  const event = member.param('id')
  const taken = await drawnAnew(member, files)
  if ('fault' in taken) return wrong(member, `event-fault.photo-${taken.fault}`)
  const outcome = await member.perform(addPhotos, { event, form: member.key, jpegs: taken.jpegs })
  return 'done' in outcome ? outcome.done : wrong(member, faults[outcome.fault])
}

const faults = {
  none: 'event-fault.photo-none',
  early: 'event-fault.early',
  cancelled: 'register-fault.cancelled',
  full: 'event-fault.photo-full',
} as const

const wrong = ({ t }: Member, fault: DeskId): { faults: FieldFault[] } => {
  const most = fault === 'event-fault.photo-full' ? mostSheetPhotos : mostPictures
  return { faults: [{ name: 'photos', text: t(fault, { most, megabytes: heaviestPicture / 1024 / 1024 }) }] }
}

const drawnAnew = async ({ desk }: Member, files: SentFiles) => {
  const sent = files.get('photos') ?? []
  if (!sent.length) return { fault: 'none' } as const
  if (sent.length > mostPictures) return { fault: 'many' } as const
  const jpegs: Uint8Array[] = []
  for (const { bytes } of sent) {
    const taken = await takePicture(desk.parts.redraw, bytes, sheetPhotoSide)
    if ('fault' in taken) return taken
    jpegs.push(taken.jpeg)
  }
  return { jpegs }
}

/** Says what happens when a photo is removed, before it is. */
export const removePhotoPage: MemberPage = {
  path: '/desk/events/:id/photos/:photo/remove',
  here: 'events',
  show: async (member) => {
    const { t, key } = member
    const [event, photo] = [member.param('id'), member.param('photo')]
    const place = (await member.perform(readPhotos, { event })).done.findIndex(({ id }) => id === photo) + 1
    if (!place) return deniedPage(member, 'not-found')
    const title = t('event.photo-final')
    return {
      title,
      body: (
        <>
          <PageHead title={title} sub={t('event.photo-one', { place })} back={{ href: sheetAt(event, photo), text: t('event.sheet') }} />
          <Confirm
            will={{ heading: t('event.will'), items: [t('event.photo-will'), t('event.photo-will-names')] }}
            cannot={{ heading: t('event.cancel-cannot'), items: [t('event.photo-cannot')] }}
            action={`${addressOf(event)}/photos/${photo}/remove`}
            hidden={{ key }}
            final={title}
            keep={{ href: sheetAt(event, photo), text: t('event.photo-keep') }}
          />
        </>
      ),
    }
  },
  send: async (member) => {
    const [event, photo] = [member.param('id'), member.param('photo')]
    const outcome = await member.perform(removePhoto, { event, photo }, member.key)
    return { to: `${sheetAt(event)}&told=${'done' in outcome ? 'removed' : 'gone'}` }
  },
}
