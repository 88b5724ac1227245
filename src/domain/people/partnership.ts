import { z } from 'zod'
import { handingOverSchema } from '../concerns/handing-over.ts'
import { readRuleSchema } from '../concerns/promise.ts'
import { dataProtectionSchema } from '../data-protection/data-protection.ts'
import { fact, id, isoDate, partialDate, sure, unknown } from '../fact.ts'
import { draftSets } from '../languages/language.ts'
import { placeSchema } from '../services/serves.ts'

/**
 * Is it a public authority under s.52 Modern Slavery Act 2015? `by-policy`: Home Office staff act so by policy; `inherited`: through the
 * transfer of the GLAA.
 */
const dutyToNotify = z.union([z.boolean(), z.enum(['by-policy', 'inherited', 'unknown'])])

const dated = { source: z.string().min(1), source_date: z.union([partialDate, unknown]) }

/** What one partnership has and another has not. What is left out leaves no trace on a page. */
export const ownHistory = {
  founded: partialDate.optional(),
  founding_event: z.string().min(1).optional(),
  oversight: z.string().min(1).optional(),
  steering_group: z.array(z.strictObject({ role: z.string().min(1), as_of: partialDate, ...dated })).optional(),
  website: z.url().optional(),
  social: z.strictObject({ handle: z.string().min(2), network: z.string().min(1), url: z.url(), as_of: partialDate, ...dated }).optional(),
  /** The same police unit under its names in time, oldest first. */
  police_unit: z
    .array(z.strictObject({ name: z.string().min(1), from: partialDate, to: z.union([partialDate, z.null()]), ...dated }))
    .optional(),
  members_count: z
    .array(
      z.strictObject({ value: z.union([z.string(), z.number()]), as_of: z.union([partialDate, unknown]), sure, source: z.string().min(1) }),
    )
    .optional(),
  may_have_been_renamed: z.union([z.boolean(), unknown]).optional(),
  /** What could not be confirmed, in sentences for the public: /about says it under "Where this comes from". */
  unconfirmed: z.array(z.string().min(1)).optional(),
  /** What was looked for and what was found, for those who look after the pack. No page shows it. */
  research: z.array(z.strictObject({ note: z.string().min(1) })).optional(),
} as const

/** Who took a pack as the partnership's own: the role of a person, the partner they spoke for (an id of partners.yaml), and the day. */
const adoption = z.strictObject({ role: z.string().min(1), organisation: id, date: isoDate })

/** The organisation that runs this pack. Roles only: no person's name belongs in a pack. */
export const partnershipSchema = z.strictObject({
  /** Sets of texts of which drafts are shown in other languages. Rights and consent cannot be named: they are shown only when reviewed. */
  publish_drafts: z.array(z.enum(draftSets)).optional(),
  /** Ids of the languages besides English; without it, those of languages.yaml that are not optional. One without texts is not shown. */
  languages: z.array(id).optional(),
  version: z.literal(1),
  id,
  name: z.string().min(1),
  short: z.string().min(1),
  /** The place in the site's name, as in "Waymark Hertfordshire". */
  area: z.string().min(1),
  /** Parts of the area, where more than one council serves it: each row of services.yaml that `serves` says which. */
  places: z
    .array(placeSchema)
    .min(1)
    .refine((places) => new Set(places.map((place) => place.id)).size === places.length, 'a different id for each place')
    .optional(),
  /** Region of bank-holidays.yaml. */
  region: id,
  /** The part of the United Kingdom whose law the pathway starts from. */
  nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']),
  timezone: z.string().min(1),
  /** The pack that this one began as a copy of, by its folder's name. Kept, so that what is left of that pack is found. */
  copied_from: id.optional(),
  ...ownHistory,
  /** How to reach the coordinator; null where no address is public. */
  coordinator: z.strictObject({
    email: z.union([z.email(), z.null()]),
    phone_service: z.union([id, z.null()]),
    through: z.union([z.url(), z.null()]),
    note: z.string(),
  }),
  /** Where a weakness of the site is reported, for /.well-known/security.txt: `mailto:` an address of a role, or a page. Without it there is none. */
  security_contact: z.url({ protocol: /^(?:https|mailto)$/ }).optional(),
  /** Who answers for people's data, and how long it is kept; what is absent has not been decided, and until all is nothing is received. */
  data_protection: dataProtectionSchema.optional(),
  /** By when reports are read; absent, none is taken in. */
  reports: readRuleSchema.optional(),
  /** Towns or districts by which a report says where something is, and the desk looks for it: names that people there use. */
  towns: z
    .strictObject({
      areas: z
        .array(placeSchema)
        .min(1)
        .refine((areas) => new Set(areas.map((area) => area.id)).size === areas.length, 'a different id for each town'),
      ...fact,
    })
    .optional(),
  /** How long whoever is offered a concern has; absent, as domain/concerns/handing-over.ts has it. */
  handing_over: handingOverSchema.optional(),
  /** Null until the partnership has taken the pack as its own. Until then every page says that it is a demonstration. */
  adopted: z.union([z.null(), adoption]),
  /** A county that there is not, for trying out: every page and file says so, and it can never be adopted. */
  made_up: z.literal(true).optional(),
  /** Where "leave this page" goes: an ordinary site of another host, by https. */
  exit: z.url({ protocol: /^https$/ }),
  ...fact,
})
export type Partnership = z.infer<typeof partnershipSchema>

export const partnerSchema = z.strictObject({
  id,
  name: z.string().min(1),
  short: z.string().optional(),
  kind: z.enum([
    'council-county',
    'council-unitary',
    'council-metropolitan',
    'council-london-borough',
    'council-district',
    // Several councils together under one elected mayor. Whether it may refer is for `fro` to say, as with every kind.
    'combined-authority',
    'police',
    'pcc',
    'nhs-trust',
    'nhs-icb',
    'charity',
    'housing',
    'fire',
    'education',
    'business',
    'victim-service',
    'probation',
    'faith',
    'national',
  ]),
  /** How the membership is known; only `listed`, `named` and `class` are shown as members. */
  membership: z.enum(['listed', 'named', 'class', 'unknown']),
  /** In the Home Office form's list of First Responder Organisations. Not proof of a present designation. */
  fro: z.boolean(),
  duty_to_notify: dutyToNotify,
  gss: z
    .string()
    .regex(/^[EWNS]\d{8}$/)
    .optional(),
  valid_from: isoDate.optional(),
  valid_to: isoDate.optional(),
  note: z.string().optional(),
  ...fact,
  source_date: z.union([partialDate, unknown]),
  sure,
})
export type Partner = z.infer<typeof partnerSchema>

/** A First Responder Organisation: may make NRM referrals. */
export const firstResponderSchema = z.strictObject({
  id,
  name: z.string().min(1),
  kind: z.enum(['statutory', 'non-statutory']),
  /** A kind of body, such as all councils, and no single organisation. */
  group: z.literal(true).optional(),
  duty_to_notify: dutyToNotify,
  nations: z.array(z.enum(['england', 'wales', 'scotland', 'northern-ireland'])).min(1),
  note: z.string().optional(),
  ...fact,
  sure,
})
export type FirstResponder = z.infer<typeof firstResponderSchema>
