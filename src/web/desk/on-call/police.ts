import type { Phone } from '../../../domain/services/service.ts'
import { phoneOf } from '../../components/service.tsx'
import type { Desk } from '../context/page.ts'

/** The end of the ladder, which is open day and night: the numbers are the pack's. Null where it does not know one. */
export const policeOf = ({ locale: { pack, site } }: Desk): { police: Phone | null; emergency: Phone | null } => {
  const numberOf = (id: string): Phone | null => {
    const service = site.services.get(id)
    return service ? phoneOf(service) : null
  }
  return { police: numberOf(pack.roles.police), emergency: numberOf(pack.roles.emergency) }
}
