import type { KnownNumbers } from '../domain/organisation/organisation.ts'
import type { Service } from '../domain/services/service.ts'
import type { Pack } from './pack.ts'

const digits = (text: string): string => text.replace(/\D/g, '')

/** Every number by which a service is reached. */
export const numbersOf = (s: Service): { digits: string; display: string }[] => [
  ...(s.phone && s.phone !== 'unknown' ? [{ digits: s.phone.dial, display: s.phone.display }] : []),
  ...(s.other_phones ?? []).map(({ display }) => ({ digits: digits(display), display })),
  ...(s.sms ? [{ digits: s.sms.dial, display: s.sms.dial }] : []),
]

/** The numbers that no organisation can have as its own. A number that is right for one line is no wrong one of another. */
export const knownNumbers = ({ services, wrongNumbers }: Pick<Pack, 'services' | 'wrongNumbers'>): KnownNumbers => {
  const own = services.flatMap((s) => numbersOf(s).map(({ digits }) => ({ digits, service: s.id, wrong: s.legacy !== undefined })))
  return [...own.filter(({ wrong }) => !wrong), ...own, ...wrongNumbers.map(({ digits, service }) => ({ digits, service, wrong: true }))]
}
