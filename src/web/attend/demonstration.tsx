import type { Locale } from '../context/types.ts'

/** Until a partnership has adopted the site, what is made here proves nothing: said before anybody types a name. */
export const DemonstrationNote = ({ locale: { t, pack } }: { locale: Locale }) =>
  pack.partnership.adopted === null ? <p class="note">{t('certificate.site-demonstration')}</p> : null
