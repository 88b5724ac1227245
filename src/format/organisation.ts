import type { Pack } from '../content/pack.ts'
import {
  heaviestLogo,
  type LogoFault,
  leastPixels,
  longestName,
  longestSide,
  longestWord,
  mostPixels,
  type OrganisationFault,
} from '../domain/training-provider/organisation.ts'
import type { SayPlain } from './hours.ts'

/** What is wrong with something that an organisation says of itself, and what to write instead: one sentence or two, for a form and for a file. */
export const organisationFault = (say: SayPlain, pack: Pick<Pack, 'services' | 'serviceWords'>, fault: OrganisationFault): string => {
  const { field } = fault
  switch (fault.code) {
    case 'missing':
      return say(`own-fault.missing-${field}`)
    case 'long':
      return say('own-fault.long', { field, most: longestName })
    case 'long-word':
      return say('own-fault.long-word', { most: longestWord })
    case 'sign':
      return say('own-fault.sign', { sign: fault.sign })
    case 'known-name':
      return say('own-fault.known-name', { name: fault.known })
    case 'of-service':
    case 'wrong': {
      const name = pack.serviceWords.get(fault.service)?.name ?? pack.services.find(({ id }) => id === fault.service)?.name
      return say(`own-fault.${fault.code}`, { service: name ?? fault.service })
    }
    default:
      return say(`own-fault.${fault.code}`)
  }
}

/** Why a file is no logo, and what to do. */
export const logoFault = (say: SayPlain, fault: LogoFault): string =>
  say(`own-fault.logo-${fault}`, { megabytes: heaviestLogo / 2 ** 20, million: mostPixels / 1e6, side: longestSide, least: leastPixels })
