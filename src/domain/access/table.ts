import type { Role, Viewer } from './roles.ts'

/*
 * The one permission table: who may do what with which objects. The row-security policies of the database (store/policies), the test of
 * every cell and docs/reference/permissions.md are all made from it. What no row allows is denied.
 */

/**
 * What a person is to one object: it is of their own (a concern: they own it), offered to them, of the partner they work for (a concern: it was
 * passed there, and they answer for it), listed in the directory, or of anybody in the partnership.
 */
export const relations = ['own', 'offered', 'own-partner', 'listed', 'any'] as const
export type Relation = (typeof relations)[number]

export const actions = ['read', 'add', 'change', 'remove'] as const
export type Action = (typeof actions)[number]

/** What is kept, each in a table of its own. What each is: docs/reference/permissions.md. */
export const objects = [
  'partner',
  'person',
  'profile',
  'role',
  'invitation',
  'sign-in',
  'passkey',
  'password',
  'recovery-code',
  'work-account',
  'shift',
  'shift-answer',
  'swap',
  'leave',
  'on-call',
  'fact-check',
  'audit',
  'alarm',
  'key',
  'receiving-key',
  'settings',
  'job',
  'intake',
  'concern',
  'concern-text',
  'concern-note',
  'concern-reply',
  'concern-offer',
  'concern-share',
  'concern-link',
  'concern-apart',
  'concern-picture',
  'concern-identifier',
  'concern-intelligence',
  'sharing-decision',
  'share-answer',
  'choice-change',
  'concern-hold',
  'erasure-request',
  'access-request',
  'erasure',
  'organisation',
  'training-event',
  'event-entry',
  'sheet-photo',
  'learner',
  'attendance',
  'standing',
  'certificate',
  'register-import',
  'learning-key',
  'register-release',
  'release-figure',
  'trainer-approval',
  'register-count',
  'head-count',
  'same-person',
  'learner-move',
] as const
export type ObjectKind = (typeof objects)[number]

type Who = Role | 'everyone'
type Row = { object: ObjectKind; action: Action; who: Readonly<Partial<Record<Who, readonly Relation[]>>> }

const row = (object: ObjectKind, action: Action, who: Row['who']): Row => ({ object, action, who })
const any = ['any'] as const
const own = ['own'] as const

export const table: readonly Row[] = [
  row('partner', 'read', { everyone: any }),

  // Whoever is listed (SPOCs, coordinators, administrators, who is on call) is in the directory of members; the others are seen by
  // whoever answers for them.
  row('person', 'read', { everyone: ['own', 'listed'], spoc: ['own-partner'], coordinator: any, administrator: any }),
  row('person', 'add', { administrator: any }),
  row('person', 'change', { administrator: any }),
  row('profile', 'read', { everyone: ['own', 'listed'], spoc: ['own-partner'], coordinator: any, administrator: any }),
  row('profile', 'add', { administrator: any }),
  row('profile', 'change', { everyone: own, administrator: any }),
  // Who has which role is shown to all members: one person may be administrator and coordinator, and everybody sees it.
  row('role', 'read', { everyone: any }),
  row('role', 'add', { administrator: any }),
  row('role', 'change', { administrator: any }),
  row('invitation', 'read', { administrator: any, spoc: ['own-partner'], coordinator: any }),
  row('invitation', 'add', { administrator: any }),
  row('invitation', 'change', { administrator: any }),

  row('sign-in', 'read', { everyone: own, administrator: any }),
  row('sign-in', 'change', { everyone: own, administrator: any }),
  row('passkey', 'read', { everyone: own }),
  row('passkey', 'add', { everyone: own }),
  row('passkey', 'remove', { everyone: own }),
  row('password', 'read', { everyone: own }),
  row('password', 'add', { everyone: own }),
  row('password', 'remove', { everyone: own }),
  row('recovery-code', 'read', { everyone: own }),
  row('recovery-code', 'add', { everyone: own }),
  row('recovery-code', 'remove', { everyone: own }),
  row('work-account', 'read', { everyone: own }),

  row('shift', 'read', { everyone: any }),
  row('shift', 'add', { coordinator: any }),
  row('shift', 'change', { coordinator: any }),
  row('shift-answer', 'read', { everyone: any }),
  row('shift-answer', 'add', { everyone: own }),
  row('swap', 'read', { everyone: own, coordinator: any }),
  row('swap', 'add', { everyone: own }),
  row('swap', 'change', { everyone: own }),
  row('leave', 'read', { everyone: own, coordinator: any }),
  row('leave', 'add', { everyone: own, coordinator: any }),
  row('leave', 'remove', { everyone: own, coordinator: any }),
  row('on-call', 'read', { everyone: any }),
  row('on-call', 'add', { coordinator: any }),
  row('on-call', 'remove', { coordinator: any }),

  row('fact-check', 'read', { everyone: any }),
  row('fact-check', 'add', { everyone: own }),
  row('fact-check', 'change', { everyone: own, coordinator: any }),

  // Who looked at what is theirs. The whole chain is proved by `waymark audit verify`, and read by nobody here.
  row('audit', 'read', { everyone: own }),
  // A coordinator looks into it; an administrator can end the sign-ins.
  row('alarm', 'read', { coordinator: any, administrator: any }),
  row('alarm', 'change', { coordinator: any }),

  // The partnership's key, of which a person is a holder (own) if they are a coordinator or may be on call. Whether it is open, and who can
  // open it, every member may know. An administrator reads no content, so she gets no key; she can take one away from somebody who left.
  row('key', 'read', { everyone: any }),
  row('key', 'add', { everyone: own, coordinator: any }),
  row('key', 'change', { everyone: own, coordinator: any }),
  row('key', 'remove', { coordinator: any, administrator: any }),
  // Its public half, for whoever receives.
  row('receiving-key', 'read', { everyone: any }),
  row('receiving-key', 'add', { coordinator: any, administrator: any }),
  row('settings', 'read', { coordinator: any, administrator: any }),
  row('job', 'read', { coordinator: any, administrator: any }),
  row('job', 'change', { administrator: any }),

  // Whether reports are taken in is shown to everybody.
  row('intake', 'read', { everyone: any }),
  row('intake', 'change', { coordinator: any }),
  // Concerns. Whoever works for a partner that one is about, or stepped out of it, is kept from it whatever they are (policies.ts). An
  // administrator and an analyst read none. Whoever one is offered to sees where and how urgent, and no word of it.
  row('concern', 'read', { everyone: ['own', 'offered'], spoc: ['own-partner'], practitioner: ['own-partner'], coordinator: any }),
  row('concern', 'add', { coordinator: any }),
  row('concern', 'change', { everyone: own, coordinator: any }),
  row('concern-text', 'read', { everyone: own, coordinator: any }),
  row('concern-text', 'add', { coordinator: any }),
  row('concern-text', 'change', { everyone: own, coordinator: any }),
  row('concern-note', 'read', { everyone: own, coordinator: any }),
  row('concern-note', 'add', { everyone: own, coordinator: any }),
  row('concern-reply', 'read', { everyone: own, coordinator: any }),
  row('concern-reply', 'add', { everyone: own, coordinator: any }),
  row('concern-reply', 'change', { everyone: own, coordinator: any }),
  row('concern-offer', 'read', { everyone: ['own', 'offered'], coordinator: any }),
  row('concern-offer', 'add', { everyone: own, coordinator: any }),
  row('concern-offer', 'change', { everyone: ['own', 'offered'], coordinator: any }),
  row('concern-share', 'read', { everyone: own, spoc: ['own-partner'], practitioner: ['own-partner'], coordinator: any }),
  row('concern-share', 'add', { everyone: own, coordinator: any }),
  row('concern-share', 'change', { spoc: ['own-partner'], practitioner: ['own-partner'], everyone: own, coordinator: any }),
  row('concern-link', 'read', { everyone: own, coordinator: any }),
  row('concern-link', 'add', { everyone: own, coordinator: any }),
  row('concern-link', 'change', { everyone: own, coordinator: any }),
  row('concern-apart', 'read', { everyone: own, coordinator: any }),
  // Whoever is asked to take one may say that they know the people.
  row('concern-apart', 'add', { everyone: ['own', 'offered'], coordinator: any }),
  // A picture that may be an illegal image is stopped for good: its bytes then lie where no cell leads (migrations/0011-pictures.ts).
  row('concern-picture', 'read', { everyone: own, coordinator: any }),
  row('concern-picture', 'change', { everyone: own, coordinator: any }),
  row('concern-identifier', 'read', { everyone: own, coordinator: any }),
  row('concern-identifier', 'add', { everyone: own, coordinator: any }),
  row('concern-identifier', 'remove', { everyone: own, coordinator: any }),
  row('concern-intelligence', 'read', { everyone: own, coordinator: any }),
  row('concern-intelligence', 'add', { coordinator: any }),
  // Sharing against what the reporter chose; a second coordinator decides (migrations/0016-sharing.ts). A partner sees what it was passed,
  // and not why.
  row('sharing-decision', 'read', { everyone: own, coordinator: any }),
  row('sharing-decision', 'add', { everyone: own, coordinator: any }),
  row('sharing-decision', 'change', { everyone: own, coordinator: any }),
  row('share-answer', 'read', { everyone: own, spoc: ['own-partner'], practitioner: ['own-partner'], coordinator: any }),
  row('share-answer', 'add', { spoc: ['own-partner'], practitioner: ['own-partner'] }),
  row('share-answer', 'change', { everyone: own, coordinator: any }),
  row('choice-change', 'read', { everyone: own, coordinator: any }),
  row('choice-change', 'add', { everyone: own, coordinator: any }),
  // How long one is kept, and what its people may ask for, coordinators alone decide.
  row('concern-hold', 'read', { everyone: own, coordinator: any }),
  row('concern-hold', 'add', { coordinator: any }),
  row('concern-hold', 'change', { coordinator: any }),
  // Asked for by one and stopped by any: what erases it is the night's job (migrations/0017-retention.ts).
  row('erasure-request', 'read', { coordinator: any }),
  row('erasure-request', 'add', { coordinator: any }),
  row('erasure-request', 'change', { coordinator: any }),
  row('access-request', 'read', { coordinator: any }),
  row('access-request', 'add', { coordinator: any }),
  row('access-request', 'change', { coordinator: any }),
  row('erasure', 'read', { coordinator: any }),

  // The register. A trainer sees their own events and who is on their lists, and of their partner's other trainers that there is an event; a
  // SPOC sees their own partner's people. An administrator and an analyst see none of it: figures are released (docs/decisions).
  row('organisation', 'read', { everyone: any }),
  row('organisation', 'add', { trainer: any, spoc: any, coordinator: any }),
  row('organisation', 'change', { coordinator: any }),
  row('training-event', 'read', { trainer: ['own', 'own-partner'], spoc: ['own-partner'], coordinator: any }),
  row('training-event', 'add', { trainer: own, coordinator: any }),
  row('training-event', 'change', { trainer: own, coordinator: any }),
  row('event-entry', 'read', { trainer: own, coordinator: any }),
  row('event-entry', 'add', { trainer: own, coordinator: any }),
  row('event-entry', 'change', { trainer: own, coordinator: any }),
  // Whoever may put names on a list has the paper that they come from, and nobody else.
  row('sheet-photo', 'read', { trainer: own, coordinator: any }),
  row('sheet-photo', 'add', { trainer: own, coordinator: any }),
  row('sheet-photo', 'remove', { trainer: own, coordinator: any }),
  row('learner', 'read', { spoc: ['own-partner'], coordinator: any }),
  row('learner', 'change', { spoc: ['own-partner'], coordinator: any }),
  // Who asks to be erased is, at once (migrations/0028-keeping.ts); the counts stay.
  row('learner', 'remove', { spoc: ['own-partner'], coordinator: any }),
  row('attendance', 'read', { trainer: own, spoc: ['own-partner'], coordinator: any }),
  row('attendance', 'add', { spoc: ['own-partner'], coordinator: any }),
  row('attendance', 'remove', { spoc: ['own-partner'], coordinator: any }),
  row('standing', 'read', { spoc: ['own-partner'], coordinator: any }),
  row('certificate', 'read', { trainer: own, spoc: ['own-partner'], coordinator: any }),
  row('certificate', 'change', { coordinator: any }),
  row('register-import', 'read', { everyone: own, spoc: ['own-partner'], coordinator: any }),
  row('register-import', 'add', { everyone: own }),
  row('register-import', 'change', { everyone: own, coordinator: any }),
  // With one a partner's learning system sends what people did there.
  row('learning-key', 'read', { spoc: ['own-partner'], coordinator: any }),
  row('learning-key', 'add', { spoc: ['own-partner'], coordinator: any }),
  row('learning-key', 'change', { spoc: ['own-partner'], coordinator: any }),
  // Figures, with those of fewer than five people hidden: released by a coordinator, and then never changed (migrations/0023-released-figures.ts).
  row('register-release', 'read', { analyst: any, coordinator: any }),
  row('register-release', 'add', { coordinator: any }),
  row('release-figure', 'read', { analyst: any, coordinator: any }),
  row('trainer-approval', 'read', { trainer: own, spoc: ['own-partner'], coordinator: any }),
  row('trainer-approval', 'add', { coordinator: any }),
  row('trainer-approval', 'change', { coordinator: any }),
  // True figures, counted each morning (migrations/0026-counting.ts); a SPOC those of their own partner.
  row('register-count', 'read', { spoc: ['own-partner'], coordinator: any }),
  row('head-count', 'read', { spoc: ['own-partner'], coordinator: any }),
  row('head-count', 'add', { spoc: ['own-partner'], coordinator: any }),
  // Answered by a function alone, which joins the two or keeps them apart.
  row('same-person', 'read', { spoc: ['own-partner'], coordinator: any }),
  // A SPOC sees whom their own partner named. Answered by a function alone, and by coordinators (migrations/0034-moves.ts).
  row('learner-move', 'read', { spoc: ['own-partner'], coordinator: any }),
]

/** What one object is to one person. */
export type Facts = {
  own?: boolean
  offered?: boolean
  partner?: string
  /** Where it may be of several: a concern that was passed on. */
  partners?: readonly string[]
  listed?: boolean
}

/** The relations in which a role may do something with an object. */
export const relationsOf = (who: Who, object: ObjectKind, action: Action): readonly Relation[] =>
  table.flatMap((row) => (row.object === object && row.action === action ? (row.who[who] ?? []) : []))

/** May this person do this with an object of which these facts are so? The database asks the same of each row (store/policies). */
export const may = (viewer: Viewer, action: Action, object: ObjectKind, facts: Facts): boolean => {
  const holdsIn = (relation: Relation, partner: string): boolean => {
    if (relation === 'any') return true
    if (relation === 'own') return facts.own === true
    if (relation === 'offered') return facts.offered === true
    if (relation === 'listed') return facts.listed === true
    return facts.partner === partner || facts.partners?.includes(partner) === true
  }
  // Whoever holds no role any more is nobody here.
  if (!viewer.grants.length) return false
  const everyone = relationsOf('everyone', object, action).some((relation) => holdsIn(relation, viewer.partner))
  return (
    everyone || viewer.grants.some(({ role, partner }) => relationsOf(role, object, action).some((relation) => holdsIn(relation, partner)))
  )
}

/** May this person do this with some objects of the kind, whichever they are? Decides what a page offers, never what it gives. */
export const mayAny = (viewer: Viewer, action: Action, object: ObjectKind): boolean =>
  viewer.grants.length > 0 &&
  (relationsOf('everyone', object, action).length > 0 || viewer.grants.some(({ role }) => relationsOf(role, object, action).length > 0))
