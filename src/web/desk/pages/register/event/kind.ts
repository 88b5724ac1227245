import { meantKnown } from '../../../../../domain/register/alike.ts'
import type { Member } from '../../../context/page.ts'

/** Asks of what kind an organisation is that is not known; or whether it is one that is, and was mistyped. */
export const kindOf = ({ t, desk }: Member, organisation: string, alike?: string) => ({
  t,
  label: t('event.kind-of', { name: organisation }),
  ...(alike ? { hint: t('event.kind-alike', { name: alike }) } : {}),
  choices: [
    ...(alike ? [{ value: meantKnown, text: t('event.kind-meant', { name: alike }) }] : []),
    ...desk.parts.pack.trainedSectors.map(({ id, name }) => ({ value: id, text: name })),
  ],
})
