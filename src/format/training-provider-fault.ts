import type { Pack } from '../content/pack.ts'
import {
  heaviestLogo,
  type LogoFault,
  leastPixels,
  longestName,
  longestSide,
  longestWord,
  mostPixels,
  type TrainingProviderFault,
} from '../domain/training-provider/training-provider.ts'
import type { FormatText } from './messages.ts'

/** What is wrong with something that a training provider says of itself, and what to write instead: one sentence or two, for a form and for a file. */
export const trainingProviderFault = (
  t: FormatText,
  pack: Pick<Pack, 'services' | 'serviceWords'>,
  fault: TrainingProviderFault,
): string => {
  const { field } = fault
  switch (fault.code) {
    case 'missing':
      return t(`own-fault.missing-${field}`)
    case 'long':
      return t('own-fault.long', { field, most: longestName })
    case 'long-word':
      return t('own-fault.long-word', { most: longestWord })
    case 'sign':
      return t('own-fault.sign', { sign: fault.sign })
    case 'known-name':
      return t('own-fault.known-name', { name: fault.known })
    case 'of-service':
    case 'wrong': {
      const name = pack.serviceWords.get(fault.service)?.name ?? pack.services.find(({ id }) => id === fault.service)?.name
      return t(`own-fault.${fault.code}`, { service: name ?? fault.service })
    }
    default:
      return t(`own-fault.${fault.code}`)
  }
}

/** Why a file is no logo, and what to do. */
export const logoFault = (t: FormatText, fault: LogoFault): string =>
  t(`own-fault.logo-${fault}`, { megabytes: heaviestLogo / 2 ** 20, million: mostPixels / 1e6, side: longestSide, least: leastPixels })
