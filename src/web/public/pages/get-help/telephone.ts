import { phoneOf } from '../../../components/service.tsx'
import type { Locale } from '../../../context/types.ts'

/** The number of a line that the page names in a sentence; null where the pack has none. */
export const telephone = (locale: Locale, id: string) => {
  const service = locale.site.services.get(id)
  return service ? phoneOf(service) : null
}
