import type { z } from 'zod'
import { brandSchema } from '../../domain/brand/brand.ts'
import { pageHead } from '../../domain/page.ts'
import { partnershipSchema } from '../../domain/people/partnership.ts'
import { lineListsSchema } from '../../domain/services/line-lists.ts'
import type { References } from './descriptor.ts'

/** A file that is one block of values and no list of rows: a later layer's values take the place of an earlier one's. */
export type ValuesFile<Schema extends z.ZodType> = {
  file: string
  schema: Schema
  /** The layers that must have it. */
  layers: readonly ('national' | 'local')[]
  references?: References
}

const publicService = { to: 'service', words: true } as const
const oneService = { to: 'service', one: true } as const
/** A number that pages print by itself: without one they would be silent. */
const oneNumber = { to: 'phone', one: true } as const

/** Which services stand where, and which has which role. Roles are national; the lists are the local pack's. */
export const lineLists: ValuesFile<typeof lineListsSchema> = {
  file: 'lists.yaml',
  schema: lineListsSchema,
  layers: ['national', 'local'],
  references: {
    'get_help.*': publicService,
    tell_somebody: publicService,
    tell_about_child: publicService,
    'roles.emergency': oneNumber,
    'roles.emergency_relay': oneNumber,
    'roles.emergency_sms': oneService,
    'roles.police_relay': oneNumber,
    'roles.helpline': oneNumber,
    'roles.helpline_form': oneService,
    'roles.young': oneNumber,
    'roles.children': 'service',
    'roles.adults': 'service',
  },
}

export const partnership: ValuesFile<typeof partnershipSchema> = {
  file: 'partnership.yaml',
  schema: partnershipSchema,
  layers: ['local'],
  references: {
    region: 'region',
    languages: 'language',
    'adopted.organisation': 'partner',
    'coordinator.phone_service': oneService,
    'data_protection.controllers.partners': 'partner',
  },
}

export const brand: ValuesFile<typeof brandSchema> = { file: 'brand.yaml', schema: brandSchema, layers: ['local'] }

/** The head of a Markdown page. */
export const pages = { schema: pageHead, references: { drawing: 'drawing' } satisfies References }
