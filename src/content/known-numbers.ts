import type { Service } from '../domain/services/service.ts'
import type { KnownNumbers, KnownToAll } from '../domain/training-provider/training-provider.ts'
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

/**
 * The numbers and names that no organisation can have as its own. A council or a charity that is a partner may give the course under
 * its name; the police and those who may refer are whom its words send people to.
 */
export const knownToAll = (
  pack: Pick<Pack, 'services' | 'serviceWords' | 'wrongNumbers' | 'firstResponders' | 'partners'>,
): KnownToAll => ({
  numbers: knownNumbers(pack),
  names: [
    ...pack.services.flatMap(({ id, name }) => [pack.serviceWords.get(id)?.name ?? name, name]),
    ...pack.firstResponders.map(({ name }) => name),
    ...pack.partners.filter(({ kind }) => kind === 'police').map(({ name }) => name),
  ],
})
