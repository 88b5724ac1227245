import {
  type Answering,
  type HsdsArea,
  type HsdsAttribute,
  type HsdsContext,
  type HsdsLanguage,
  type HsdsOrganization,
  type HsdsPhone,
  present,
} from './hsds-types.ts'
import { hsdsId } from './hsds-uuid.ts'
import { areaName, type HsdsText, notConfirmed, type Taxonomy } from './hsds-words.ts'
import type { Service } from './service.ts'

/** The id of something that belongs to a service. */
const partId = (service: Service, pack: string, ...path: (string | number)[]): string => hsdsId(pack, 'services', service.id, ...path)

const phoneType = (kind: Service['kind']): HsdsPhone['type'] => (kind === 'sms' ? 'text' : kind === 'textphone' ? 'textphone' : 'voice')

/** `Number not confirmed since 2019-07-30.`, or nothing where the number may be printed as it stands. */
export const numberDoubt = (service: Service, confirmed: boolean, t: HsdsText): string | undefined => {
  if (confirmed || service.phone === 'unknown') return undefined
  return notConfirmed(t, service.phone ? 'number' : 'address', service.source_date === 'unknown' ? null : service.source_date)
}

/**
 * Numbers as they must be printed (HSDS `number` is free text). One that is not confirmed says so itself, for a reader who
 * shows no more than the number.
 */
export const hsdsPhones = (service: Service, confirmed: boolean, { pack, t }: HsdsContext): HsdsPhone[] => {
  const { phone, other_phones = [], sms, kind } = service
  const doubt = numberDoubt(service, confirmed, t)
  const numbers: Omit<HsdsPhone, 'id'>[] = [
    ...(phone && phone !== 'unknown' ? [{ number: phone.display, type: phoneType(kind) }] : []),
    ...other_phones.map(({ display, note }) => ({ number: display, type: 'voice' as const, description: note })),
    ...(sms ? [{ number: sms.dial, type: 'text' as const, description: sms.note }] : []),
  ]
  return numbers.map(({ number, type, description }, index) =>
    present<HsdsPhone>({
      id: partId(service, pack, 'phones', index, type, number),
      number,
      type,
      description: [description, doubt].filter(Boolean).join('. '),
    }),
  )
}

/** Languages spoken by those who answer: not those reached by an interpreter, and none from general knowledge. */
export const hsdsLanguages = (service: Service, { pack }: HsdsContext): HsdsLanguage[] => {
  const { value, sure, note } = service.languages
  if (value === 'unknown' || sure === 'C' || sure === '?') return []
  return [...new Set(value)].map((code) => present<HsdsLanguage>({ id: partId(service, pack, 'languages', code), code, note }))
}

type Term = { name: string; description: string }

const attribute = (service: Service, { pack, t }: HsdsContext, type: Taxonomy, code: string, term: Term): HsdsAttribute => {
  const taxonomy = { name: t(`taxonomy-${type}`), description: t(`taxonomy-${type}-about`) }
  return {
    id: partId(service, pack, 'attributes', type, code),
    link_type: type,
    link_entity: 'service',
    taxonomy_term: {
      // Of no pack: a term means the same in each of them.
      id: hsdsId('taxonomies', type, code),
      code,
      name: term.name,
      description: term.description,
      taxonomy: taxonomy.name,
      taxonomy_detail: { id: hsdsId('taxonomies', type), ...taxonomy },
      language: 'en',
    },
  }
}

/** Kind, audience and area as terms: https://docs.openreferral.org/en/3.0/hsds/field_guidance.html#classifications-attributes-and-taxonomies */
export const hsdsAttributes = (service: Service, context: HsdsContext): HsdsAttribute[] => {
  const { t } = context
  const area = areaName(t, service.area)
  return [
    attribute(service, context, 'kind', service.kind, {
      name: t(`kind-${service.kind}`),
      description: t(`kind-${service.kind}-about`),
    }),
    ...[...new Set(service.audience)].map((who) =>
      attribute(service, context, 'audience', who, { name: t(`audience-${who}`), description: t(`audience-${who}-about`) }),
    ),
    attribute(service, context, 'area', service.area, { name: area, description: t('area-about', { area }) }),
  ]
}

/** The places that a service is for, each an area; where it is for the whole area of the pack, that. */
export const hsdsAreas = (service: Service, { pack, t, places = [] }: HsdsContext): HsdsArea[] => {
  const area = { id: partId(service, pack, 'service_areas', service.area), name: areaName(t, service.area) }
  const own = places.filter(({ id }) => service.serves?.includes(id))
  return own.length ? own.map(({ id, name }) => ({ id: partId(service, pack, 'service_areas', service.area, id), name })) : [area]
}

/**
 * The name of who answers: the first words of the entry's `answered_by`, up to a stop. Null where that rests on general
 * knowledge (`[C]`), or where provider, number and hours are in doubt together.
 */
export const answererOf = (service: Service, inDoubt: boolean): string | null => {
  const name = (/^[^,;:(]+/.exec(service.answered_by)?.[0] ?? '').trim()
  return inDoubt || name === '' || name.endsWith('[C]') ? null : name
}

export const hsdsOrganization = ({ name, description, website }: Answering, { pack }: HsdsContext): HsdsOrganization =>
  present<HsdsOrganization>({ id: hsdsId(pack, 'organizations', name.toLowerCase()), name, description, website })
