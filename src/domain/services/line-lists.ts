import { z } from 'zod'
import { id } from '../fact.ts'
import type { Need } from './needs.ts'

/**
 * Which service does what the code must know of: pages name the role, the pack says who has it (`roles` in lists.yaml). Each is one service, but
 * `children` and `adults` may be several, where several councils serve the area.
 */
export const rolesSchema = z.strictObject({
  /** The emergency number, which comes first on every page. */
  emergency: id,
  /** The emergency services by relay, for who cannot hear or speak. */
  emergency_relay: id,
  /** The emergency services by text message. */
  emergency_sms: id,
  /** The police, where it is no emergency. */
  police: id,
  /** The same by relay. */
  police_relay: id,
  /** Whom a victim, a witness or staff may call about slavery at any time. */
  helpline: id,
  /** The helpline in writing. */
  helpline_form: id,
  /** Who listens to someone under 18. */
  young: id,
  /** Who gives adults a safe place and support. */
  support: id,
  /** Who protects children here. */
  children: id,
  /** Who protects adults at risk here. */
  adults: id,
})
type RoleIds = Readonly<z.infer<typeof rolesSchema>>
/** Services of a pack by what they are for: each that several councils answer is all of theirs. */
export type Roles = Omit<RoleIds, 'children' | 'adults'> & Readonly<Record<'children' | 'adults', readonly string[]>>

const lines = z.array(id).min(1)

/** Which services stand where, in this order, and which has which role. */
export const lineListsSchema = z.object({
  get_help: z.strictObject({ yourself: lines, someone_else: lines } satisfies Record<Need, z.ZodType>),
  tell_somebody: lines,
  tell_about_child: lines,
  /** On leaflets and cards, best first; without it those that a person needs for themselves. A sheet takes as many as it has places for. */
  print_order: lines.optional(),
  roles: rolesSchema,
})
export type LineLists = z.infer<typeof lineListsSchema>
