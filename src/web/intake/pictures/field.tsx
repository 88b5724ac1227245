import { heaviestPicture, mostPictures } from '../../../domain/pictures/picture.ts'
import type { Locale } from '../../context/types.ts'
import { FileUpload } from '../../govuk/file-upload.tsx'
import { type PicturesFault, pictureFaultId, pictureField } from './read.ts'

/** What its sentences are filled with. */
const limits = { most: String(mostPictures), megabytes: String(heaviestPicture / 1024 / 1024) }

/** What is wrong, as a sentence for the summary and the field. */
export const pictureFaultText = ({ t }: Pick<Locale, 't'>, fault: PicturesFault): string => t(pictureFaultId(fault), limits)

/**
 * The field for pictures. HEIC is not among what it takes: Safari then hands over a JPEG by itself (docs/decisions/0048). `again`: the page was
 * sent before, and no browser fills in a file.
 */
export const PictureField = ({ locale, fault, again }: { locale: Locale; fault?: PicturesFault | null; again?: boolean }) => {
  const { t } = locale
  return (
    <>
      <p class="note">
        <b>{t('picture.never')}</b>
      </p>
      <FileUpload
        name={pictureField}
        multiple
        label={{ text: t('picture.field') }}
        hint={{ text: again ? `${t('picture.again')} ${t('picture.hint', limits)}` : t('picture.hint', limits) }}
        {...(fault ? { errorMessage: { text: pictureFaultText(locale, fault), visuallyHiddenText: t('check.error-prefix') } } : {})}
        attributes={{ accept: 'image/jpeg,image/png,image/webp', ...(fault ? { 'aria-invalid': 'true' } : {}) }}
      />
    </>
  )
}
