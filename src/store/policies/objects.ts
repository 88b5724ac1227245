import type { Action, ObjectKind } from '../../domain/access/table.ts'

/** Where an object of the permission table is kept, and by which of its columns a person stands in a relation to a row. */
export type ObjectTable = {
  table: string
  /** Columns of which one holds the person; another list for one action. */
  own?: readonly string[]
  ownFor?: Partial<Record<Action, readonly string[]>>
  partner?: string
  /** Column of the concern that a row is of: what a person is to it follows from that. */
  concern?: 'id' | 'concern_id'
  /** Column of another concern that it is of: whoever is kept apart from that one is kept from the row too. */
  also?: string
  /** Column of the person who may be in the directory. */
  listed?: string
  /** What may be read, where that is not all: a hash of a token is nobody's to read. */
  reads?: readonly string[]
  /** Columns that a new row may set, where that is not all: when it was made is not for whoever makes it to say. */
  adds?: readonly string[]
  /** Columns that a change may set. */
  changes?: readonly string[]
}

/** Null: kept elsewhere (keys lie in their folder, jobs in their queue, settings are the environment's), where commands alone ask the permission table. */
export const objectTables: Readonly<Record<ObjectKind, ObjectTable | null>> = {
  partner: { table: 'partner', partner: 'id' },
  person: { table: 'person', own: ['id'], partner: 'partner_id', listed: 'id', changes: ['state', 'leaves_on', 'ended_at', 'version'] },
  profile: {
    table: 'profile',
    own: ['person_id'],
    partner: 'partner_id',
    listed: 'person_id',
    changes: ['name', 'email', 'phone', 'steps_hidden', 'version'],
  },
  role: { table: 'role_grant', own: ['person_id'], partner: 'partner_id', changes: ['ended_at'] },
  invitation: {
    table: 'invitation',
    own: ['person_id'],
    partner: 'partner_id',
    reads: ['id', 'person_id', 'partner_id', 'made_by', 'made_at', 'expires_at', 'used_at', 'ended_at'],
    changes: ['ended_at'],
  },
  'sign-in': {
    table: 'sign_in',
    own: ['person_id'],
    reads: ['id', 'person_id', 'method', 'device', 'proved', 'made_at', 'seen_at', 'idle_ends_at', 'ends_at', 'ended_at'],
    changes: ['ended_at'],
  },
  passkey: { table: 'passkey', own: ['person_id'], reads: ['id', 'person_id', 'credential_id', 'name', 'made_at', 'used_at'] },
  // A hash and a secret are read by what signs in alone.
  password: { table: 'password', own: ['person_id'], reads: ['person_id', 'set_at'] },
  'recovery-code': { table: 'recovery_code', own: ['person_id'], reads: ['person_id', 'made_at', 'used_at'] },
  'work-account': { table: 'work_account', own: ['person_id'] },
  shift: { table: 'shift', own: ['person_id'], changes: ['ended_at'] },
  'shift-answer': { table: 'shift_answer', own: ['person_id'] },
  swap: { table: 'swap', own: ['from_person', 'to_person'], ownFor: { add: ['from_person'] }, changes: ['state'] },
  leave: { table: 'leave', own: ['person_id'] },
  'on-call': { table: 'on_call', own: ['person_id'] },
  'fact-check': {
    table: 'fact_check',
    adds: ['list', 'fact', 'checked_on', 'way', 'asked', 'said', 'holds', 'made_by', 'partner_id'],
    own: ['made_by'],
    changes: ['checked_on', 'way', 'asked', 'said', 'holds', 'exported_at', 'ended_at', 'version'],
  },
  audit: { table: 'audit', own: ['owner', 'person'], reads: ['seq', 'at', 'person', 'verb', 'object', 'object_id', 'owner'] },
  alarm: { table: 'alarm', own: ['person_id'], changes: ['seen_by', 'seen_at'] },
  key: null,
  'receiving-key': { table: 'receiving_key' },
  settings: null,
  job: null,
  intake: { table: 'intake', changes: ['closed_at', 'closed_by'] },
  concern: {
    table: 'concern',
    concern: 'id',
    // Whose it is changes by functions alone (migrations/0008-concerns.ts), and a code's hash is nobody's to read. What it was merged into is
    // read of concern_link, which has a wall about both.
    reads: [
      ...['id', 'number', 'received_at', 'read_by', 'read_at', 'danger', 'child', 'urgency', 'town', 'sector', 'signs', 'sharing', 'self'],
      ...['young', 'contact', 'state', 'owner_id', 'owned_since', 'answer_by', 'mark', 'outcome', 'closed_at', 'kept_apart', 'owned_at'],
      ...['reply_key', 'code_seen_at', 'feedback_by', 'feedback_at', 'reply_by', 'version', 'kind', 'reopened_at', 'told_outcome'],
      'withdrawn_at',
    ],
    adds: ['id', 'read_by', 'danger', 'child', 'urgency', 'town', 'sector', 'signs', 'sharing', 'owner_id', 'state', 'read_at', 'kind'],
    changes: [
      ...['read_at', 'danger', 'child', 'town', 'sector', 'signs', 'state', 'answer_by', 'mark', 'outcome', 'closed_at', 'merged_into'],
      ...['feedback_by', 'feedback_at', 'reply_by', 'version'],
    ],
  },
  'concern-text': { table: 'concern_text', concern: 'concern_id', changes: ['under', 'sealed'] },
  'concern-note': { table: 'concern_note', concern: 'concern_id', adds: ['id', 'concern_id', 'sealed'] },
  'concern-reply': {
    table: 'concern_reply',
    concern: 'concern_id',
    adds: ['id', 'concern_id', 'goes_at', 'sealed', 'for_reporter', 'answer_by', 'answer_was', 'closes'],
    changes: ['taken_back_at'],
  },
  'concern-offer': {
    table: 'concern_offer',
    concern: 'concern_id',
    adds: ['id', 'concern_id', 'to_person', 'until', 'summary'],
    // What was answered, and what follows from it, is written by functions alone (migrations/0014-owners.ts).
    changes: ['reason'],
  },
  'concern-share': {
    table: 'concern_share',
    concern: 'concern_id',
    // Each partner sees what was passed to it, not to another.
    partner: 'partner_id',
    adds: ['id', 'concern_id', 'partner_id', 'person_id', 'outside', 'way', 'decision_id', 'tell_reporter', 'sealed'],
    changes: ['person_id', 'ended_at'],
  },
  // Only the move to the concern's own key: a picture is stopped by a function, which takes its bytes away.
  'concern-picture': { table: 'concern_picture', concern: 'concern_id', changes: ['under', 'sealed'] },
  'concern-identifier': { table: 'concern_identifier', concern: 'concern_id', adds: ['id', 'concern_id', 'kind', 'token', 'sealed'] },
  'concern-intelligence': {
    table: 'concern_intelligence',
    concern: 'concern_id',
    adds: ['id', 'concern_id', 'source', 'assessment', 'handling', 'sealed'],
  },
  'concern-link': {
    table: 'concern_link',
    concern: 'concern_id',
    also: 'other_id',
    adds: ['concern_id', 'other_id', 'kind'],
    changes: ['ended_at'],
  },
  'concern-apart': { table: 'concern_apart', concern: 'concern_id', adds: ['concern_id', 'partner_id', 'person_id'] },
  'sharing-decision': {
    table: 'sharing_decision',
    concern: 'concern_id',
    adds: ['id', 'concern_id', 'reason', 'partner_id', 'person_id', 'outside', 'urgent', 'tell_reporter', 'sealed'],
    // Who decided is whoever is signed in (sharing_decided).
    changes: ['outcome', 'decided_at', 'answer'],
  },
  'share-answer': {
    table: 'share_answer',
    concern: 'concern_id',
    partner: 'partner_id',
    adds: ['id', 'share_id', 'concern_id', 'partner_id', 'kind', 'sealed'],
    changes: ['seen_at'],
  },
  'choice-change': { table: 'choice_change', concern: 'concern_id', adds: ['id', 'concern_id', 'choice', 'sealed'] },
  'concern-hold': { table: 'concern_hold', concern: 'concern_id', adds: ['id', 'concern_id', 'sealed'], changes: ['ended_at'] },
  'erasure-request': {
    table: 'erasure_request',
    concern: 'concern_id',
    adds: ['id', 'concern_id', 'reason', 'erases_on'],
    changes: ['stopped_at'],
  },
  'access-request': {
    table: 'access_request',
    concern: 'concern_id',
    adds: ['id', 'concern_id', 'received_on'],
    changes: ['answered_on'],
  },
  // Who was kept out is nobody's to read.
  erasure: { table: 'erasure', reads: ['id', 'number', 'rule', 'erased_at', 'erased_by', 'last_key', 'replies', 'reason', 'asked_at'] },
  organisation: {
    table: 'organisation',
    partner: 'partner_id',
    adds: ['name', 'name_key', 'sector'],
    changes: ['name', 'name_key', 'sector', 'merged_into'],
  },
  'training-event': {
    table: 'training_event',
    own: ['trainer_id'],
    partner: 'partner_id',
    adds: [
      ...['id', 'code', 'word', 'partner_id', 'trainer_id', 'tier', 'version', 'language', 'starts_at', 'ends_at', 'online', 'place'],
      ...['audience', 'capacity'],
    ],
    changes: [
      ...['word', 'word_before', 'word_at', 'tier', 'version', 'language', 'starts_at', 'ends_at', 'online', 'place', 'audience'],
      ...['capacity', 'state', 'booking', 'later_sent_at', 'version_no'],
    ],
  },
  'event-entry': {
    table: 'event_entry',
    own: ['trainer_id'],
    reads: [
      ...[
        'id',
        'event_id',
        'trainer_id',
        'name',
        'organisation_id',
        'organisation',
        'sector',
        'role_group',
        'way',
        'state',
        'access_needs',
      ],
      ...['at', 'batch', 'struck_in', 'seated_at', 'import_id', 'left_out', 'learner_id', 'has_email'],
    ],
    changes: [
      'name',
      'name_key',
      'organisation_id',
      'organisation',
      'organisation_key',
      'sector',
      'role_group',
      'state',
      'access_needs',
      'left_out',
      'struck_in',
      // Written, and never read.
      'email',
      'email_key',
    ],
  },
  'sheet-photo': { table: 'sheet_photo', own: ['trainer_id'], adds: ['id', 'event_id', 'trainer_id', 'sealed'] },
  learner: {
    table: 'learner',
    partner: 'partner_id',
    // An email, and the hash by which one is known again, are for the job that writes to them.
    reads: [
      'id',
      'organisation_id',
      'partner_id',
      'name',
      'name_key',
      'role_group',
      'joined_into',
      'mail_stopped_at',
      'made_on',
      'version',
    ],
    changes: ['name', 'name_key', 'organisation_id', 'partner_id', 'role_group', 'joined_into', 'version'],
  },
  attendance: { table: 'attendance', own: ['trainer_id'], partner: 'partner_id' },
  standing: { table: 'standing', partner: 'partner_id' },
  certificate: {
    table: 'certificate',
    own: ['trainer_id'],
    partner: 'partner_id',
    reads: [
      ...[
        'id',
        'code',
        'learner_id',
        'attendance_id',
        'partner_id',
        'tier',
        'version',
        'learnt_on',
        'ends_on',
        'issued_at',
        'withdrawn_at',
      ],
      ...[
        'withdrawn_because',
        'replaced_by',
        'renewed',
        'status_list',
        'status_index',
        'credential',
        'key_id',
        'demonstration',
        'given_by',
        'trainer_id',
        'organisation_id',
        ...(['by_update', 'whole_on', 'whole_by'] as const),
      ],
    ],
    changes: ['withdrawn_at', 'withdrawn_because'],
  },
  'register-import': {
    table: 'register_import',
    own: ['made_by'],
    partner: 'partner_id',
    changes: ['undone_at', 'rows', 'kept', 'refused', 'others'],
  },
  'learning-key': {
    table: 'learning_key',
    partner: 'partner_id',
    reads: ['id', 'partner_id', 'name', 'made_by', 'made_at', 'ended_at', 'used_at', 'statements', 'counted', 'unheld'],
    adds: ['id', 'partner_id', 'name', 'hash'],
    changes: ['ended_at'],
  },
  'register-release': { table: 'register_release', adds: ['id', 'begins', 'until', 'released_by'] },
  'release-figure': { table: 'release_figure' },
  'trainer-approval': {
    table: 'trainer_approval',
    own: ['person_id'],
    partner: 'partner_id',
    adds: ['id', 'person_id', 'partner_id', 'tier', 'from_day', 'until_day'],
    changes: ['ended_on'],
  },
  'register-count': { table: 'register_count', partner: 'partner_id' },
  'head-count': { table: 'head_count', partner: 'partner_id', adds: ['id', 'partner_id', 'people', 'on_date'] },
  'same-person': { table: 'learner_alike', partner: 'partner_id' },
  'learner-move': { table: 'learner_move', partner: 'partner_id' },
}
