import { type Role, roles } from '../../domain/access/roles.ts'
import { type Action, type ObjectKind, objects, type Relation, relations, relationsOf } from '../../domain/access/table.ts'
import { type ObjectTable, objectTables } from './objects.ts'

/*
 * The permission table (domain/access) as row security: what it does not allow, role `waymark_desk` cannot do, whatever a program asks.
 * Functions that ask who is signed in stand in a `select` of their own, or they would be run for each row.
 */

const commandOf: Readonly<Record<Action, string>> = { read: 'select', add: 'insert', change: 'update', remove: 'delete' }

const list = (names: readonly string[]): string => `array[${names.map((name) => `'${name}'`).join(', ')}]`

/** The rows of a relation, for whoever holds one of these roles. */
const rowsOf = (table: ObjectTable, action: Action, relation: Relation, holders: readonly Role[]): string => {
  if (table.concern) return ofConcern(table, table.concern, relation, holders)
  if (relation === 'own-partner') return `${table.partner} = any((select my_partners(${list(holders)}))::text[])`
  const role = `(select i_hold(${list(holders)}))`
  if (relation === 'any') return role
  if (relation === 'listed') return `${role} and ${table.listed} = any((select directory())::uuid[])`
  const columns = table.ownFor?.[action] ?? table.own ?? []
  return `${role} and (${columns.map((column) => `${column} = (select me())`).join(' or ')})`
}

const ofConcern = ({ partner }: ObjectTable, concern: string, relation: Relation, holders: readonly Role[]): string => {
  const role = `(select i_hold(${list(holders)}))`
  if (relation === 'any') return role
  const mine = `(select my_partners(${list(holders)}))`
  if (relation === 'own-partner')
    return partner ? `${partner} = any(${mine}::text[]) and is_passed(${concern}, array[${partner}])` : `is_passed(${concern}, ${mine})`
  if (relation === 'offered') return `${role} and is_offered(${concern})`
  return `${role} and is_mine(${concern})`
}

/** Whatever else they may: who works for a partner that a concern is about, or stepped out of it, is kept from all that is of it. */
const walls = (): string[] => [
  'create policy wall on erasure as restrictive to waymark_desk using (not erased_apart(walled_partners, walled_people));',
  ...objects.flatMap((object) => {
    const { table, concern, also } = objectTables[object] ?? {}
    if (!table || !concern) return []
    const other = also ? ` and not is_apart(${also})` : ''
    const apart = concern === 'id' ? 'not kept_apart or not is_apart(id)' : `not is_apart(${concern})${other}`
    return [`create policy wall on ${table} as restrictive to waymark_desk using (${apart});`]
  }),
]

/** Lists are driven from these: each sees the rows of whatever they are (migrations/0013-lists.ts). */
const listing = ['listing', 'listing_sign'].flatMap((table) => [
  `create policy read on ${table} for select to waymark_desk using (audience = any((select my_audiences())::text[]));`,
  `create policy wall on ${table} as restrictive to waymark_desk using (not kept_apart or not is_apart(concern_id));`,
  `grant select on ${table} to waymark_desk;`,
])

const holdersOf = (object: ObjectKind, action: Action, relation: Relation): readonly Role[] =>
  relationsOf('everyone', object, action).includes(relation)
    ? roles
    : roles.filter((role) => relationsOf(role, object, action).includes(relation))

const policyOf = (object: ObjectKind, action: Action, table: ObjectTable): string[] => {
  // What needs no look at the row itself comes first: the others are then not asked.
  const allowed = relations.toReversed().flatMap((relation) => {
    const holders = holdersOf(object, action, relation)
    return holders.length ? [`(${rowsOf(table, action, relation, holders)})`] : []
  })
  if (!allowed.length) return []
  const rule = allowed.join('\n    or ')
  const clause =
    action === 'add' ? `with check (${rule})` : action === 'change' ? `using (${rule})\n  with check (${rule})` : `using (${rule})`
  const named = { read: table.reads, add: table.adds, change: table.changes ?? [], remove: undefined }[action]
  const columns = named ? ` (${named.join(', ')})` : ''
  return [
    `create policy "${action}" on ${table.table} for ${commandOf[action]} to waymark_desk ${clause};`,
    `grant ${commandOf[action]}${columns} on ${table.table} to waymark_desk;`,
  ]
}

/** Tables of the permission table as the desk meets them. */
const deskPolicies = (): string[] =>
  objects.flatMap((object) => {
    const table = objectTables[object]
    return table ? (['read', 'add', 'change', 'remove'] as const).flatMap((action) => policyOf(object, action, table)) : []
  })

/**
 * What signing in needs, before anybody is known (role `waymark_app`): no content. Rows are not told apart there, columns are.
 */
export const appRights: Readonly<Record<string, readonly string[]>> = {
  partner: ['select'],
  person: ['select', 'insert (partner_id, state)', 'update (state, ended_at, version)'],
  profile: ['select (person_id, partner_id, name, email)', 'insert', 'update (name)'],
  role_grant: ['select', 'insert'],
  invitation: ['select', 'update (used_at)'],
  sign_in: ['select', 'insert', 'update (seen_at, idle_ends_at, ended_at)'],
  passkey: ['select', 'insert', 'update (counter, used_at)'],
  password: ['select', 'insert', 'update', 'delete'],
  recovery_code: ['select', 'insert', 'update (used_at)', 'delete'],
  work_account: ['select', 'insert'],
  throttle: ['select', 'insert', 'update', 'delete'],
  spent: ['select', 'insert', 'delete'],
  first_link: ['select', 'delete'],
}

const appPolicies = (): string[] =>
  Object.entries(appRights).flatMap(([table, rights]) => [
    `create policy app on ${table} to waymark_app using (true) with check (true);`,
    ...rights.map((right) => `grant ${right} on ${table} to waymark_app;`),
  ])

/** What the desk keeps for itself, beside what the permission table speaks of: whoever sent a form may ask what came of it. */
const receipts = [
  'create policy own on receipt to waymark_desk using (person_id = (select me())) with check (person_id = (select me()));',
  'grant select, insert, update (result) on receipt to waymark_desk;',
]

/** A file of the register on its way, which only whoever sent it has; and how lists of a partner were matched. */
const importing = [
  'create policy own on import_draft to waymark_desk using (person_id = (select me())) with check (person_id = (select me()));',
  'grant select, delete on import_draft to waymark_desk;',
  'grant insert (id, sealed) on import_draft to waymark_desk;',
  'create policy imports on import_mapping to waymark_desk using (imports_for(partner_id)) with check (imports_for(partner_id));',
  'grant select, insert, update (mapping, made_at) on import_mapping to waymark_desk;',
]

/** Functions, by the roles that may call them. */
const functions = [
  'grant execute on function audit_entry, me, my_roles, i_hold, my_partners, directory, take_swap, leave_rota, only_holder, end_access, move_person, may_hold_key, audit_head_before to waymark_desk;',
  'grant execute on function is_apart, is_mine, is_offered, is_passed, my_audiences, concern_history, first_reply_due, intake_state, inbox_opened to waymark_desk;',
  'grant execute on function stop_picture to waymark_desk;',
  'grant execute on function is_kept_out, answers_at to waymark_desk;',
  'grant execute on function unlike_walls, copy_walls, erased_apart, new_reference, lift_wall, new_walls, my_own_wall to waymark_desk;',
  'grant execute on function merge_owner to waymark_desk;',
  'grant execute on function hand_over, accept_offer, refuse_offer, withdraw_offer, take_over, given_to_me, coordinator_left, may_own_now to waymark_desk;',
  'grant execute on function climbs_due, climb_facts, climb_to, alerts_due, alerts_queued, mail_alert to waymark_jobs;',
  'grant execute on function concern_stays to waymark_desk;',
  'grant execute on function concern_stays, erase_due_concern, retention_facts, concerns_there, erasures, erasures_asked to waymark_jobs;',
  'grant execute on function tables_as_received, received_rows, reseal_row, resealed, rows_by_key, receiving_keys, next_receiving_key, receiving_key_destroyed to waymark_jobs;',
  'grant execute on function rows_by_key to waymark_desk;',
  'grant execute on function raise_concern, intake_state to waymark_intake;',
  'grant execute on function code_state, code_replies, code_seen, code_add, code_withdraw to waymark_reporter;',
  'grant execute on function code_shared to waymark_reporter;',
  'grant execute on function attend_event, attend_organisations, attend_enter to waymark_attend;',
  'grant execute on function attend_key, attend_statements, attend_statement to waymark_attend;',
  'grant execute on function confirm_entries to waymark_desk;',
  'grant execute on function record_attendances to waymark_desk;',
  'grant execute on function imports_for, look_up_rows, rows_elsewhere, try_names, list_names, undo_import to waymark_desk;',
  'grant execute on function remove_drafts to waymark_jobs;',
  'grant execute on function attend_certificate, attend_certificate_keys, attend_certificate_status to waymark_attend;',
  'grant execute on function certificate_holders, certificates_now, certificates_named, remake_certificate to waymark_desk;',
  'grant execute on function certificates_due, issue_certificates, certificates_unsigned, sign_certificates, keep_certificate_key, statuses_due, keep_status to waymark_jobs;',
  'grant execute on function register_cells, keep_release to waymark_desk;',
  'grant execute on function learners_of_partner, learners_to_erase, erase_learners, learner_copies, partner_file_code to waymark_desk;',
  'grant execute on function erase_due_learners, learners_there, learners_erased, learners_kept, remove_entries, remove_evaluations, remove_sheet_photos to waymark_jobs;',
  'grant execute on function released_figures to waymark_attend;',
  'grant execute on function attend_book, attend_place, attend_give_up, attend_answer, attend_link to waymark_attend;',
  'grant execute on function uncount_entry, event_answers, wrong_words, mailbox_on_list to waymark_desk;',
  'grant execute on function places_to_tell, mail_place to waymark_jobs;',
  'grant execute on function attend_held, attend_update, attend_alone, attend_stop_mail to waymark_attend;',
  'grant execute on function want_training_mails, want_half_year_mails, keep_evaluation_link, want_month_mails, training_mails_waiting, training_mails_queued, mail_training, partner_standing to waymark_jobs;',
  'grant execute on function count_answers to waymark_attend;',
  'grant execute on function question_sums to waymark_desk;',
  'grant execute on function find_people, learnt_ways, counted_state, ask_count, answer_alike, part_learner, move_learner, stop_learner_mail, merge_organisation to waymark_desk;',
  'grant execute on function answer_moves to waymark_desk;',
  'grant execute on function count_due, count_register, suggest_alike to waymark_jobs;',
  'grant execute on function audit_append, me, may_hold_key to waymark_app;',
  'grant execute on function audit_append, end_due_access to waymark_jobs;',
  'grant execute on function jobs_open, mail_down, retry_job to waymark_desk;',
  'grant execute on function mail_invitation, mail_shift, mail_swap, reminders_due, remove_old, audit_head to waymark_jobs;',
]

/** Tables whose changes need no entry in the audit, and why. All others have one for each change. */
export const unaudited: Readonly<Record<string, string>> = {
  audit: 'It is the audit.',
  receipt: 'It stands beside the change that it is of.',
  import_draft: 'A file on its way, sealed under a key that only a page has: what is kept of it has its entry.',
  import_mapping: 'Which column of a list was which: it stands beside the import that it was set for.',
  throttle: 'Failed tries that count for minutes.',
  spent: 'What may come once, for minutes.',
  first_link: 'Made by the owner at a start.',
  listing: 'It repeats what stands in concerns, for lists.',
  listing_sign: 'It repeats what stands in concerns, for lists.',
  learning_statement: 'Ids of what learning systems sent, so that each counts once. What is counted by it has its entry.',
  standing: 'It repeats what stands in attendances, for lists.',
  learner_word: 'It repeats the names in standing, for a search.',
  register_terms: 'What the pack says of versions, for what stands in standing.',
  register_count: 'It repeats what stands in attendances and standing, as figures.',
  register_counted: 'When figures were counted, and when somebody asked for it.',
  event_word: 'How many wrong words were typed lately, for minutes.',
  learner_due: 'What a job has still to look at: what it finds has its entry.',
  certificate_due: 'What a job has still to do: what it makes has its entry.',
  training_mail: 'What a job has still to send, and what it has sent: each mail that goes out has its entry.',
  certificate_status: 'It repeats which certificates were withdrawn, signed.',
  evaluation: 'An entry would say when each was written, and so whose it is.',
  evaluation_link: 'An entry would say when somebody answered, and so whose answer it is.',
  question_sum: 'An entry would say when each answered, and so who got it wrong.',
  answered_once: 'That a first answer was counted: an entry would say when, and so whose.',
  concern_alert: 'It stands beside the change that it tells of.',
  concern_count: 'A count of what was erased, each of which has its entry.',
}

/** Columns that change in the course of use, without anybody having done anything to them. */
const quietColumns: Readonly<Record<string, readonly string[]>> = {
  sign_in: ['ended_at', 'ends_at', 'person_id'],
  passkey: ['public_key', 'person_id', 'name'],
  password: ['hash', 'authenticator'],
  intake: ['closed_at'],
  learning_key: ['hash', 'partner_id', 'ended_at'],
  // To the key of its own at its first opening, which is an entry of a read.
  concern_text: ['concern_id', 'kind'],
}

/** Columns that may change alone: that a reporter looked is told to the desk, and is no act of anybody. Any other column of these tables, whenever it was added, is audited. */
const seenColumns: Readonly<Record<string, string>> = { concern: 'code_seen_at', concern_reply: 'seen_at' }

const auditTrigger = (table: string): string => {
  const columns = quietColumns[table]
  const seen = seenColumns[table]
  const events = columns ? `insert or delete or update of ${columns.join(', ')}` : 'insert or update or delete'
  return `create constraint trigger audited after ${events} on ${table} deferrable initially deferred for each row execute function must_be_audited(${seen ? `'${seen}'` : ''});`
}

/** All rights of the database, made anew: what was there before is taken away first. One text, which changes when anything in it does. */
export const policySql = (tables: readonly string[]): string =>
  [
    'revoke all on all tables in schema public from waymark_desk, waymark_app, waymark_jobs, waymark_intake, waymark_reporter, waymark_attend;',
    'revoke all on all functions in schema public from public, waymark_desk, waymark_app, waymark_jobs, waymark_intake, waymark_reporter, waymark_attend;',
    'grant usage on schema public to waymark_desk, waymark_app, waymark_jobs, waymark_intake, waymark_reporter, waymark_attend;',
    ...tables.flatMap((table) => [
      `alter table ${table} enable row level security;`,
      `drop trigger if exists audited on ${table};`,
      ...(unaudited[table] === undefined ? [auditTrigger(table)] : []),
    ]),
    ...deskPolicies(),
    ...appPolicies(),
    ...walls(),
    ...listing,
    ...receipts,
    ...importing,
    ...functions,
  ].join('\n')

/** Takes every policy away, whatever its name. */
export const dropPolicies = `do $$ declare p record; begin
  for p in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', p.policyname, p.tablename);
  end loop; end $$;`
