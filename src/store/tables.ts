import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Role } from '../domain/access/roles.ts'
import type { OfferCause, OfferRung } from '../domain/concerns/climb.ts'
import type { ConcernMark, ConcernState, Sharing, Urgency } from '../domain/concerns/concern.ts'
import type { IdentifierKind } from '../domain/concerns/identifier.ts'
import type { ErasingRule } from '../domain/concerns/retention.ts'
import type { Outside, SendingWay, SharingOutcome } from '../domain/concerns/sharing.ts'
import type { Holds, Way } from '../domain/facts/checks.ts'
import type { CountKind, CountMeasure, StandingWorth } from '../domain/register/count.ts'
import type { AttendanceWay, EntryState, EntryWay, EventState } from '../domain/register/event.ts'

/** Columns as they are read and written; what each is: src/store/migrations. Instants are read as `Date`, days as ISO text (see connection). */
type Instant = ColumnType<Date, Date, Date>
type MadeAt = ColumnType<Date, Date | undefined, never>
type Later = ColumnType<Date | null, Date | null | undefined, Date | null>
type Version = Generated<number>

export type Tables = {
  partner: { id: string; name: string; ended_at: Later }
  person: {
    id: Generated<string>
    partner_id: string
    state: Generated<'invited' | 'active' | 'ended'>
    made_at: MadeAt
    leaves_on: string | null
    ended_at: Later
    version: Version
  }
  profile: {
    person_id: string
    partner_id: string
    name: string
    email: string
    phone: string | null
    steps_hidden: Generated<boolean>
    version: Version
  }
  role_grant: {
    id: Generated<string>
    person_id: string
    partner_id: string
    role: Role
    granted_by: string | null
    granted_at: MadeAt
    ended_at: Later
  }
  invitation: {
    id: Generated<string>
    person_id: string
    partner_id: string
    token_hash: Buffer
    made_by: string | null
    made_at: MadeAt
    expires_at: Instant
    used_at: Later
    ended_at: Later
  }
  sign_in: {
    id: Generated<string>
    token_hash: Buffer
    person_id: string
    method: SignInMethod
    device: string
    proved: Generated<boolean>
    made_at: MadeAt
    seen_at: ColumnType<Date, Date | undefined, Date>
    idle_ends_at: Instant
    ends_at: Instant
    ended_at: Later
  }
  passkey: {
    id: Generated<string>
    person_id: string
    credential_id: string
    public_key: Buffer
    counter: ColumnType<string, number, number>
    name: string
    made_at: MadeAt
    used_at: Later
  }
  password: {
    person_id: string
    hash: string
    authenticator: Buffer
    last_step: ColumnType<string, number | undefined, number>
    set_at: MadeAt
  }
  recovery_code: { hash: Buffer; person_id: string; made_at: MadeAt; used_at: Later }
  work_account: { issuer: string; subject: string; person_id: string; made_at: MadeAt }
  intake: {
    one: Generated<boolean>
    read_at: Later
    read_by: string | null
    key_ready: Generated<boolean>
    closed_at: Later
    closed_by: string | null
  }
  concern: {
    id: string
    number: Generated<number>
    received_at: MadeAt
    read_by: Instant
    read_at: Later
    danger: Generated<boolean>
    child: Generated<boolean>
    urgency: Urgency | null
    town: string | null
    sector: string | null
    signs: Generated<string[]>
    sharing: Generated<Sharing>
    self: Generated<boolean>
    young: Generated<boolean>
    contact: Generated<boolean>
    state: Generated<ConcernState>
    owner_id: string
    owned_since: MadeAt
    reply_by: Later
    answer_by: Later
    mark: ConcernMark | null
    outcome: string | null
    closed_at: Later
    reopened_at: Later
    told_outcome: string | null
    withdrawn_at: Later
    merged_into: string | null
    kept_apart: Generated<boolean>
    owned_at: Generated<string[]>
    code_hash: Buffer | null
    reply_key: Buffer | null
    code_seen_at: Later
    feedback_by: Later
    feedback_at: Later
    urgent_since: Later
    urgent_by: Generated<string | null>
    version: Version
    kind: Generated<'report' | 'intelligence'>
  }
  concern_text: {
    id: string
    concern_id: string
    kind: 'report' | 'added'
    at: MadeAt
    under: Generated<'receiving' | 'own'>
    sealed: Buffer
  }
  concern_note: { id: string; concern_id: string; made_by: Generated<string>; at: MadeAt; sealed: Buffer }
  concern_reply: {
    id: string
    concern_id: string
    made_by: Generated<string>
    at: MadeAt
    goes_at: Instant
    taken_back_at: Later
    seen_at: Later
    sealed: Buffer
    for_reporter: Buffer
    answer_by: Later
    answer_was: Later
    closes: Generated<boolean>
  }
  concern_link: {
    id: Generated<string>
    concern_id: string
    other_id: string
    kind: 'related' | 'merged'
    made_by: Generated<string>
    at: MadeAt
    ended_at: Later
  }
  concern_offer: {
    id: Generated<string>
    concern_id: string
    from_person: Generated<string>
    to_person: string | null
    rung: Generated<OfferRung>
    at: MadeAt
    until: Instant
    answer: 'accepted' | 'refused' | 'lapsed' | 'withdrawn' | null
    answered_by: string | null
    answered_at: Later
    summary: Buffer | null
    reason: Buffer | null
    hand_over: Generated<string>
    cause: Generated<OfferCause>
    flagged_at: Later
  }
  concern_alert: {
    id: Generated<string>
    concern_id: string
    person_id: string
    kind: 'urgent' | 'offered' | 'given' | 'unclaimed' | 'answered'
    at: MadeAt
    queued_at: Later
  }
  concern_share: {
    id: Generated<string>
    concern_id: string
    partner_id: string | null
    person_id: string | null
    made_by: Generated<string>
    at: MadeAt
    ended_at: Later
    sealed: Buffer | null
    outside: Outside | null
    way: SendingWay | null
    decision_id: string | null
    tell_reporter: Generated<boolean>
    answered: Generated<boolean>
  }
  sharing_decision: {
    id: string
    concern_id: string
    asked_by: Generated<string>
    asked_at: MadeAt
    reason: string
    partner_id: string | null
    person_id: string | null
    outside: Outside | null
    urgent: Generated<boolean>
    tell_reporter: Generated<boolean>
    outcome: SharingOutcome | null
    decided_by: string | null
    decided_at: Later
    sealed: Buffer
    answer: Buffer | null
  }
  share_answer: {
    id: string
    share_id: string
    concern_id: string
    partner_id: string
    made_by: Generated<string>
    at: MadeAt
    kind: 'acknowledged' | 'answer'
    sealed: Buffer | null
    seen_at: Later
  }
  choice_change: { id: string; concern_id: string; made_by: Generated<string>; at: MadeAt; choice: Sharing; sealed: Buffer }
  concern_apart: {
    id: Generated<string>
    concern_id: string
    partner_id: string | null
    person_id: string | null
    at: MadeAt
    made_by: Generated<string | null>
  }
  concern_picture: {
    id: string
    concern_id: string
    place: number
    at: MadeAt
    under: Generated<'receiving' | 'own'>
    sealed: Buffer
    stopped_at: Later
    stopped_by: string | null
  }
  stopped_picture: { id: string; under: string; sealed: Buffer }
  concern_identifier: {
    id: string
    concern_id: string
    kind: IdentifierKind
    token: Buffer
    sealed: Buffer
    made_by: Generated<string>
    at: MadeAt
  }
  concern_intelligence: {
    id: string
    concern_id: string
    source: string
    assessment: string
    handling: string
    sealed: Buffer
    made_by: Generated<string>
    at: MadeAt
  }
  listing: Listing
  listing_sign: Listing & { sign: string }
  concern_hold: {
    id: string
    concern_id: string
    made_by: Generated<string>
    at: MadeAt
    sealed: Buffer
    ended_at: Later
    ended_by: string | null
  }
  erasure_request: {
    id: string
    concern_id: string
    made_by: Generated<string>
    at: MadeAt
    reason: string
    erases_on: string
    stopped_at: Later
    stopped_by: string | null
  }
  access_request: {
    id: string
    concern_id: string
    received_on: string
    made_by: Generated<string>
    at: MadeAt
    answered_on: string | null
  }
  erasure: {
    id: string
    number: number
    rule: ErasingRule
    erased_at: MadeAt
    erased_by: string | null
    reason: string | null
    asked_at: Later
    last_key: number
    replies: boolean
    walled_partners: Generated<string[]>
    walled_people: Generated<string[]>
  }
  concern_count: { month: string; state: string; outcome: string; erased: number }
  throttle: { key: Buffer; failures: number; until: Instant }
  spent: { key: Buffer; until: Instant }
  first_link: { one: Generated<boolean>; token_hash: Buffer; expires_at: Instant }
  receipt: { key: string; person_id: string; verb: string; at: MadeAt; result: ColumnType<unknown, string | null, string | null> }
  on_call: { person_id: string; added_by: string | null; added_at: MadeAt }
  shift: {
    id: Generated<string>
    starts_at: Instant
    ends_at: Instant
    rung: 1 | 2
    person_id: string
    asked_by: string | null
    asked_at: MadeAt
    ended_at: Later
  }
  shift_answer: { shift_id: string; person_id: string; answer: 'agreed' | 'refused'; at: MadeAt }
  swap: {
    id: Generated<string>
    shift_id: string
    from_person: string
    to_person: string
    state: Generated<'asked' | 'taken' | 'refused' | 'withdrawn'>
    asked_at: MadeAt
  }
  leave: { id: Generated<string>; person_id: string; first_day: string; last_day: string; added_by: string | null; added_at: MadeAt }
  fact_check: {
    id: Generated<string>
    list: string
    fact: string
    checked_on: string
    way: Way
    asked: string
    said: string
    holds: Holds
    made_by: string
    partner_id: string
    made_at: MadeAt
    exported_at: Later
    ended_at: Later
    version: Version
  }
  alarm: {
    id: Generated<string>
    kind: Generated<'many-reads'>
    person_id: string
    count: number
    at: MadeAt
    seen_by: string | null
    seen_at: Later
  }
  receiving_key: { seq: number; id: string; public: Buffer; since: MadeAt; destroyed_on: string | null }
  audit: {
    seq: string
    at: Date
    person: string | null
    verb: string
    object: string
    object_id: string
    owner: string | null
    before: Buffer
    hash: Buffer
  }
  organisation: {
    id: Generated<string>
    partner_id: string | null
    name: string
    name_key: string
    sector: string
    merged_into: string | null
  }
  training_event: {
    id: string
    code: string
    word: string
    word_before: string | null
    word_at: ColumnType<Date, Date | undefined, Date>
    partner_id: string
    trainer_id: string
    tier: string
    version: string
    language: string
    starts_at: Instant
    ends_at: Instant
    online: Generated<boolean>
    place: string
    audience: Generated<string>
    capacity: number
    state: Generated<EventState>
    confirmed_at: Later
    in_room: number | null
    booking: Generated<boolean>
    later_sent_at: Later
    made_at: MadeAt
    version_no: Version
  }
  event_entry: {
    id: string
    event_id: string
    trainer_id: string
    name: string
    name_key: string
    organisation_id: string | null
    organisation: string | null
    organisation_key: string | null
    sector: string | null
    role_group: string | null
    email_key: Buffer | null
    email: string | null
    way: EntryWay
    state: EntryState
    access_needs: string | null
    left_out: Generated<boolean>
    has_email: GeneratedAlways<boolean>
    batch: string | null
    struck_in: string | null
    seated_at: Later
    tell: string | null
    at: MadeAt
    learner_id: string | null
    import_id: string | null
  }
  sheet_photo: { id: string; event_id: string; trainer_id: string; at: MadeAt; sealed: Buffer }
  learner: {
    id: Generated<string>
    organisation_id: string
    partner_id: string | null
    name: string
    name_key: string
    email_key: Buffer | null
    account_key: Buffer | null
    email: string | null
    role_group: string | null
    joined_into: string | null
    mail_stopped_at: Later
    made_on: Generated<string>
    version: Version
  }
  register_release: { id: string; begins: string; until: string; released_by: string | null; released_at: MadeAt }
  release_figure: {
    release_id: string
    place: number
    from_month: string | null
    to_month: string
    sector: string | null
    tier: string | null
    partner_id: string | null
    people: number | null
  }
  release_cell: {
    release_id: string
    month: string
    sector: string
    tier: string
    partner_id: string | null
    first: boolean
    people: number
  }
  register_import: {
    id: string
    made_by: string | null
    partner_id: string | null
    kind: 'file' | 'statements' | 'sheet'
    hash: Buffer | null
    made_at: MadeAt
    rows: Generated<number>
    kept: Generated<number>
    refused: Generated<number>
    others: Generated<number>
    undone_at: Later
    event_id: string | null
  }
  import_draft: { id: string; person_id: Generated<string>; made_at: MadeAt; sealed: Buffer }
  import_mapping: { partner_id: string; headers: Buffer; mapping: ColumnType<unknown, string, string>; made_at: MadeAt }
  learning_key: {
    id: Generated<string>
    partner_id: string
    name: string
    made_by: Generated<string>
    made_at: MadeAt
    hash: Buffer
    ended_at: Later
    used_at: Later
    statements: Generated<number>
    counted: Generated<number>
    unheld: Generated<number>
  }
  learning_statement: {
    partner_id: string
    id: string
    hash: Buffer
    at: MadeAt
    verb: string | null
    activity: string | null
    said_at: Later
  }
  attendance: {
    id: string
    who: string
    learner_id: string | null
    event_id: string | null
    organisation_id: string | null
    partner_id: string | null
    trainer_id: string | null
    sector: string
    role_group: string | null
    tier: string
    version: string | null
    on_date: string
    way: AttendanceWay
    import_id: string | null
    known_on: Generated<string>
    claimed: Generated<boolean>
  }
  standing: {
    learner_id: string
    tier: string
    one: string
    organisation_id: string
    partner_id: string | null
    name_key: string
    version: string | null
    on_date: string
    attendance_id: string
    whole_on: string | null
    worth: Generated<StandingWorth | ''>
    fresh: Generated<boolean>
  }
  learner_word: { learner_id: string; word: string; name_key: string; partner_id: string | null }
  register_terms: { tier: string; enough: string[]; ends: unknown }
  register_count: {
    kind: CountKind
    tier: string
    period: string
    measure: CountMeasure
    of: string
    partner_id: string | null
    least: number
    most: number
  }
  register_counted: { one: boolean; counted_at: Later; asked_at: Later; terms: unknown; zone: Generated<string> }
  head_count: { id: Generated<string>; partner_id: string; people: number; on_date: string; made_by: Generated<string>; made_at: MadeAt }
  learner_alike: {
    id: Generated<string>
    one_id: string
    other_id: string
    partner_id: string | null
    similarity: number
    state: Generated<'open' | 'joined' | 'parted'>
    decided_by: string | null
    decided_at: Later
  }
  learner_move: {
    id: Generated<string>
    learner_id: string
    organisation_id: string
    partner_id: string | null
    name: string
    on_date: string
    import_id: string | null
    asked_on: Generated<string>
    state: Generated<'open' | 'stays'>
    decided_by: string | null
    decided_at: Later
  }
  learner_due: { learner_id: string }
  event_word: { event_id: string; wrong: number; since: ColumnType<Date, Date, Date>; waits_until: Later }
  certificate: {
    id: Generated<string>
    code: string
    learner_id: string | null
    attendance_id: string | null
    partner_id: string | null
    name_hash: Buffer | null
    tier: string
    version: string
    learnt_on: string
    ends_on: string | null
    issued_at: MadeAt
    withdrawn_at: Later
    withdrawn_because: string | null
    replaced_by: string | null
    renewed: Generated<boolean>
    status_index: number | null
    credential: string | null
    key_id: string | null
    status_list: Generated<number>
    demonstration: Generated<boolean>
    given_by: string | null
    trainer_id: string | null
    organisation_id: string | null
    by_update: Generated<boolean>
    whole_on: string | null
    whole_by: string | null
  }
  learner_erased: { id: string; rule: string; erased_on: Generated<string>; erased_by: string | null }
  certificate_due: { attendance_id: string; at: ColumnType<Date, Date | undefined, Date> }
  certificate_key: { id: string; public: unknown; made_at: MadeAt }
  training_mail: {
    id: Generated<string>
    kind: 'certificate' | 'update-first' | 'update-again' | 'ends-soon' | 'half-year' | 'month'
    learner_id: string | null
    certificate_id: string | null
    person_id: string | null
    partner_id: string | null
    about: Generated<string>
    made_at: MadeAt
    queued_at: Later
  }
  training_mail_stop: { person_id: string; stopped_at: MadeAt }
  certificate_status: { list: number; credential: string; withdrawn: number; made_at: MadeAt }
  trainer_approval: {
    id: string
    person_id: string
    partner_id: string
    tier: string
    from_day: string
    until_day: string | null
    made_by: Generated<string>
    made_at: MadeAt
    ended_on: string | null
  }
  question_sum: {
    version: string
    question: string
    quarter: string
    key_id: string | null
    asked: number
    wrong: number
    shown: boolean | null
  }
  answered_once: { id: string; on_date: string }
  evaluation: {
    id: string
    event_id: string
    moment: 'after' | 'later' | 'half-year'
    before: number | null
    since: number
    differently: string | null
    more: string | null
  }
  evaluation_link: { hash: Buffer; event_id: string }
}

export type SignInMethod = 'first-link' | 'invitation' | 'work-account' | 'passkey' | 'password' | 'recovery-code'

/** What lists are driven from: a row for each audience. */
type Listing = {
  audience: string
  concern_id: string
  number: number
  open: boolean
  rank: number
  due: Instant
  received: Instant
  state: ConcernState
  town: string | null
  sector: string | null
  owner_id: string
  kept_apart: boolean
  added: boolean
  taken_back: boolean
}
