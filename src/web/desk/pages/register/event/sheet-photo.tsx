import { openPhoto, type PhotoLine, readPhotos } from '../../../../../commands/register/photos/read-photos.ts'
import { heaviestPicture, mostPictures } from '../../../../../domain/pictures/picture.ts'
import { mostSheetPhotos } from '../../../../../domain/register/sheet-photo.ts'
import { FileUpload } from '../../../../govuk/file-upload.tsx'
import { LinkButton, SubmitButton } from '../../../components/buttons.tsx'
import { Message } from '../../../components/message.tsx'
import type { Member } from '../../../context/page.ts'
import { addressOf, countIn } from './event-of.ts'

/** The photos of a sheet, and the one that is looked at. */
export type SheetPhotos = { photos: readonly PhotoLine[]; open: { id: string; place: number; jpeg: Buffer | null } | null }

/** Opens one of the event's photos, the first where none is asked for. Each opening is recorded, so only one is opened at a time. */
export const photosFor = async (member: Member, event: string, asked: string | null | undefined): Promise<SheetPhotos> => {
  const photos = (await member.perform(readPhotos, { event })).done
  const line = photos.find(({ id }) => id === asked) ?? photos[0]
  if (!line) return { photos, open: null }
  const opened = await member.perform(openPhoto, { event, photo: line.id })
  return { photos, open: { id: line.id, place: photos.indexOf(line) + 1, jpeg: 'done' in opened ? opened.done.jpeg : null } }
}

type Props = { member: Member; event: string } & SheetPhotos

/** Beside the fields: the photo within the page, for there is no address from which its bytes alone could be fetched. */
export const SheetPhoto = ({ member, event, photos, open }: Props) => {
  const { t } = member
  if (!open) return null
  const { place } = open
  return (
    <section class="sheet-photo flow" aria-labelledby="photo">
      <h2 id="photo">{t('event.photo-of', { place, count: photos.length })}</h2>
      {photos.length > 1 ? <PhotoLinks {...{ member, event, photos }} but={open.id} /> : null}
      {open.jpeg ? (
        <>
          <label class="larger">
            <input type="checkbox" class="govuk-checkboxes__input" />
            <span>{t('event.photo-larger')}</span>
          </label>
          <section class="frame" tabindex={0} aria-label={t('event.photo-frame', { place })}>
            <img src={`data:image/jpeg;base64,${open.jpeg.toString('base64')}`} alt={t('event.photo-alt', { place })} />
          </section>
        </>
      ) : (
        <Message kind="wrong" id="unreadable" heading={t('event.photo-unreadable')}>
          <p>{t('event.photo-unreadable-why')}</p>
        </Message>
      )}
    </section>
  )
}

/** After the fields, so that nothing stands between them and the photo on a phone. */
export const PhotoKept = ({ member, event, open }: Props) => {
  const { t, desk } = member
  if (!open) return null
  const length = desk.parts.pack.registerRules.find(({ id }) => id === 'sheet-photo-kept')?.length
  return (
    <p class="actions">
      <LinkButton href={`${addressOf(event)}/photos/${open.id}/remove`} look="stop">
        {t('event.photo-remove')}
      </LinkButton>
      <span class="small">{length ? t('event.photo-kept', { length }) : t('event.photo-kept-list')}</span>
    </p>
  )
}

/** The way to each photo, or to each but one. */
export const PhotoLinks = ({
  member,
  event,
  photos,
  but,
}: {
  member: Member
  event: string
  photos: readonly PhotoLine[]
  but?: string
}) => (
  <ul class="photo-links">
    {photos.map(({ id }, n) =>
      id === but ? null : (
        <li>
          <a href={`${addressOf(event)}/names?way=sheet&photo=${id}`}>{member.t('event.photo-one', { place: n + 1 })}</a>
        </li>
      ),
    )}
  </ul>
)

/** Of the form in which the names are typed: they stay in it. */
export const AddPhoto = ({
  member,
  photos,
  form,
  fault,
}: Pick<Props, 'member' | 'photos'> & { form: string; fault: string | undefined }) => {
  const { t } = member
  if (photos.length >= mostSheetPhotos && !fault) return null
  const limits = { most: mostPictures, megabytes: heaviestPicture / 1024 / 1024 }
  return (
    <section class="part flow" aria-labelledby="add-photo">
      <h2 id="add-photo">{t(photos.length ? 'event.photo-more' : 'event.photo')}</h2>
      {photos.length ? null : <p>{t('event.photo-what')}</p>}
      <FileUpload
        name="photos"
        multiple
        label={{ text: t('event.photo-field') }}
        hint={{ text: t('event.photo-hint', limits) }}
        attributes={{ form, accept: 'image/jpeg,image/png,image/webp', ...(fault ? { 'aria-invalid': 'true' } : {}) }}
        {...(fault ? { errorMessage: { text: fault, visuallyHiddenText: t('desk.error') } } : {})}
      />
      <div class="actions">
        <SubmitButton form={form} name="do" value="photo" look="quiet">
          {t('event.photo-go')}
        </SubmitButton>
      </div>
    </section>
  )
}

/** What was just done to the photos. `added`: with this form, so no address says it. */
export const PhotosTold = ({ member, added }: { member: Member; added: number }) => {
  const { t } = member
  const told = member.query('told')
  if (added || told === 'added')
    return <Message kind="told" id="told" heading={t('event.told-photo-added', { count: added || countIn(member) })} />
  if (told === 'removed') return <Message kind="told" id="told" heading={t('event.told-photo-removed')} />
  return told === 'gone' ? <Message kind="wrong" id="told" heading={t('event-fault.photo-gone')} /> : null
}
