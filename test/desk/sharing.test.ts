import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { askToShareCommand, shareAtOnceCommand } from '../../src/commands/concerns/sharing/ask-to-share.ts'
import { changeChoice } from '../../src/commands/concerns/sharing/change-choice.ts'
import {
  decideSharingCommand,
  reviewSharingCommand,
  sendApproved,
  withdrawAskCommand,
} from '../../src/commands/concerns/sharing/decide-sharing.ts'
import { passOutside, passToPartner } from '../../src/commands/concerns/sharing/pass-on.ts'
import { acknowledgePassed, answerPassed, endShare, nameColleague, readPassed } from '../../src/commands/concerns/sharing/passed.ts'
import { readSharing } from '../../src/commands/concerns/sharing/read-sharing.ts'
import { readSharingNeeds } from '../../src/commands/concerns/sharing/read-sharing-needs.ts'
import { keysOf } from '../../src/commands/intake/code.ts'
import type { Plain } from '../../src/domain/concerns/concern.ts'
import { atOnceReasons } from '../../src/domain/concerns/sharing.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
let spoc: Somebody
let named: Somebody
let colleague: Somebody
let elsewhere: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, ben, intake } = await receivingDesk(desk))
  spoc = await desk.somebody(['spoc'], { partner: 'watford', name: 'Ruth Milestone' })
  named = await desk.somebody(['practitioner'], { partner: 'watford', name: 'Cal Fingerpost' })
  colleague = await desk.somebody(['practitioner'], { partner: 'watford', name: 'Oz Drovers' })
  elsewhere = await desk.somebody(['spoc'], { partner: 'stevenage' })
})
afterAll(async () => {
  await intake.close()
  await desk.close()
})

const words = 'Zebediah Quillfeather sleeps in the cellar.'
const told = 'Please ask licensing who signed for the nail bar.'
const shared = { version: 1, to: null, what: told, asked: 'Call me by Friday.' } as const
const asked = { version: 1, shared, why: 'Two others live there.' } as const
const watford = { partner: 'watford', person: null }

/** A concern that Anna owns, and has read. */
const concern = async (plain: Partial<Plain>, walled: readonly string[] = []): Promise<{ concern: string; code: readonly string[] }> => {
  const { id, code } = await raise(desk, intake, { plain: { sharing: 'coordinators', ...plain }, walled, report: someReport(words) })
  await desk.owner.updateTable('concern').set({ owner_id: anna.person }).where('id', '=', id).execute()
  await desk.as(anna, readConcern, { concern: id })
  return { concern: id, code }
}

const done = <Value>(outcome: { done: Value } | { fault: string }): Value => {
  if ('fault' in outcome) throw new Error(outcome.fault)
  return outcome.done
}

const sharesOf = (id: string) => desk.owner.selectFrom('concern_share').selectAll().where('concern_id', '=', id).execute()

test('what is passed within the choice is read by the SPOC and who is named there, with no word of the reporter; by nobody else, and by nobody once it ended', async () => {
  const { concern: id } = await concern({ sharing: 'partners', town: 'Watford' })
  const { share } = done(await desk.as(anna, passToPartner, { concern: id, to: { partner: 'watford', person: named.person }, shared }))
  expect(await desk.as(anna, passToPartner, { concern: id, to: watford, shared })).toEqual({ fault: 'passed-already' })
  for (const who of [spoc, named]) {
    const read = await desk.as(who, readPassed, { concern: id })
    expect(read).toMatchObject({ done: { town: 'Watford', share: { shared } } })
    expect(JSON.stringify(read)).not.toContain('Quillfeather')
    expect(await desk.as(who, readConcern, { concern: id })).toHaveProperty('fault')
    expect(await desk.as(who, readSharing, { concern: id })).toHaveProperty('fault')
    expect(done(await desk.as(who, readSharingNeeds, null))).toMatchObject([{ kind: 'passed', concern: id }])
  }
  for (const who of [colleague, elsewhere]) {
    expect(await desk.as(who, readPassed, { concern: id })).toEqual({ fault: 'not-found' })
    expect(await desk.as(who, answerPassed, { concern: id, share, text: 'x' })).toEqual({ fault: 'not-found' })
    expect(await desk.as(who, endShare, { concern: id, share })).toEqual({ fault: 'not-found' })
    expect(done(await desk.as(who, readSharingNeeds, null))).toEqual([])
  }
  done(await desk.as(named, acknowledgePassed, { concern: id, share }))
  done(await desk.as(named, answerPassed, { concern: id, share, text: 'Signed by a Mr Tallow.' }))
  expect(done(await desk.as(anna, readSharingNeeds, null))).toMatchObject([{ kind: 'answered', concern: id, name: 'Cal Fingerpost' }])
  expect(done(await desk.as(anna, readSharing, { concern: id })).shares).toMatchObject([
    { answers: [{ kind: 'acknowledged' }, { text: 'Signed by a Mr Tallow.', by: 'Cal Fingerpost' }] },
  ])
  expect(done(await desk.as(anna, readSharingNeeds, null))).toEqual([])
  const dump = await dumpOf(desk.owner)
  for (const secret of [told, 'Mr Tallow', 'Call me by Friday']) expect(tellsOf(dump, secret)).toEqual([])
  // Somebody else there from now on.
  done(await desk.as(spoc, nameColleague, { concern: id, share, person: colleague.person }))
  expect(await desk.as(colleague, readPassed, { concern: id })).toHaveProperty('done')
  expect(await desk.as(named, readPassed, { concern: id })).toEqual({ fault: 'not-found' })
  expect(await desk.as(spoc, nameColleague, { concern: id, share, person: elsewhere.person })).toEqual({ fault: 'nobody-there' })
  done(await desk.as(anna, endShare, { concern: id, share }))
  for (const who of [spoc, named, colleague]) expect(await desk.as(who, readPassed, { concern: id })).toEqual({ fault: 'not-found' })
})

test('a partner sees what it was passed, and nothing of what another was', async () => {
  const { concern: id } = await concern({ sharing: 'partners' })
  done(await desk.as(anna, passToPartner, { concern: id, to: watford, shared }))
  done(
    await desk.as(anna, passToPartner, {
      concern: id,
      to: { partner: 'stevenage', person: null },
      shared: { ...shared, what: 'For Stevenage.' },
    }),
  )
  expect(JSON.stringify(await desk.as(spoc, readPassed, { concern: id }))).not.toContain('For Stevenage.')
  expect(JSON.stringify(await desk.as(elsewhere, readPassed, { concern: id }))).toContain('For Stevenage.')
  const { rows } = await sql<{ count: number }>`select count(*)::int from concern_share where concern_id = ${id}`.execute(desk.owner)
  expect(rows[0]?.count).toBe(2)
})

test.each([
  ['coordinators', watford],
  ['partners', { outside: 'police' }],
] as const)(
  'where the reporter chose %s, nothing more is passed on without a decision: by no command, and by no other way',
  async (sharing, to) => {
    const { concern: id } = await concern({ sharing })
    const outcome =
      'partner' in to
        ? await desk.as(anna, passToPartner, { concern: id, to, shared })
        : await desk.as(anna, passOutside, { concern: id, to, shared, way: 'telephone' })
    expect(outcome).toEqual({ fault: 'against-choice' })
    const row = 'partner' in to ? { partner_id: to.partner } : { outside: to.outside, way: 'telephone' as const }
    await expect(
      desk.owner
        .insertInto('concern_share')
        .values({ concern_id: id, made_by: anna.person, ...row })
        .execute(),
    ).rejects.toMatchObject({
      code: 'WM016',
    })
  },
)

test('against the choice nothing leaves until a second coordinator approved it; nobody approves their own', async () => {
  const { concern: id, code } = await concern({})
  const ask = { concern: id, to: watford, reason: 'other-adults-at-risk', asked, tellReporter: true }
  const { decision } = done(await desk.as(anna, askToShareCommand, ask))
  const of = { concern: id, decision }
  expect(await desk.as(anna, askToShareCommand, ask)).toEqual({ fault: 'asked-already' })
  expect(await desk.as(anna, sendApproved, { ...of, way: null })).toEqual({ fault: 'not-approved' })
  expect(await desk.as(anna, decideSharingCommand, { ...of, outcome: 'approved', answer: null })).toEqual({ fault: 'own' })
  expect(await desk.as(spoc, decideSharingCommand, { ...of, outcome: 'approved', answer: null })).toEqual({ fault: 'not-found' })
  // The database knows it too, whatever a program does.
  const set = (by: string) =>
    sql`update sharing_decision set outcome = 'approved', decided_by = ${by}, decided_at = now() where id = ${decision}`.execute(desk.owner)
  await expect(set(anna.person)).rejects.toThrow()
  await expect(
    desk.owner
      .insertInto('concern_share')
      .values({ concern_id: id, partner_id: 'watford', decision_id: decision, made_by: anna.person })
      .execute(),
  ).rejects.toMatchObject({ code: 'WM016' })
  expect(done(await desk.as(anna, readSharingNeeds, null))).toEqual([])
  expect(done(await desk.as(ben, readSharingNeeds, null))).toMatchObject([{ kind: 'decide', id: decision, name: 'Anna Weir' }])
  done(await desk.as(ben, decideSharingCommand, { ...of, outcome: 'approved', answer: null }))
  expect(await desk.as(ben, decideSharingCommand, { ...of, outcome: 'refused', answer: 'No.' })).toEqual({ fault: 'decided' })
  expect(await sharesOf(id)).toEqual([])
  expect(await desk.as(spoc, readPassed, { concern: id })).toEqual({ fault: 'not-found' })
  expect(done(await desk.as(anna, readSharingNeeds, null))).toMatchObject([{ kind: 'send', id: decision }])
  done(await desk.as(anna, sendApproved, { ...of, way: null }))
  expect(await desk.as(anna, sendApproved, { ...of, way: null })).toEqual({ fault: 'sent' })
  expect(await desk.as(spoc, readPassed, { concern: id })).toMatchObject({ done: { share: { shared } } })
  // A partner reads what it is told, and not why.
  expect(JSON.stringify(await desk.as(spoc, readPassed, { concern: id }))).not.toContain(asked.why)
  expect(tellsOf(await dumpOf(desk.owner), asked.why)).toEqual([])
  expect(code.length).toBe(7)
})

test('a refusal has its reason, a question that was withdrawn cannot be approved, and one that waits ends with its concern', async () => {
  const { concern: id } = await concern({ sharing: 'partners' })
  const ask = async (outside: 'police' | 'nhs' | 'council') =>
    done(
      await desk.as(anna, askToShareCommand, {
        concern: id,
        to: { outside },
        reason: 'serious-crime-or-public-interest',
        asked,
        tellReporter: true,
      }),
    ).decision
  const [refused, withdrawn, waiting] = [await ask('police'), await ask('nhs'), await ask('council')]
  done(await desk.as(ben, decideSharingCommand, { concern: id, decision: refused, outcome: 'refused', answer: 'Ask them first.' }))
  expect(await desk.as(anna, sendApproved, { concern: id, decision: refused, way: 'email' })).toEqual({ fault: 'not-approved' })
  done(await desk.as(anna, withdrawAskCommand, { concern: id, decision: withdrawn }))
  expect(await desk.as(ben, decideSharingCommand, { concern: id, decision: withdrawn, outcome: 'approved', answer: null })).toEqual({
    fault: 'decided',
  })
  await desk.owner.updateTable('concern').set({ state: 'closed', closed_at: new Date() }).where('id', '=', id).execute()
  const { decisions } = done(await desk.as(anna, readSharing, { concern: id }))
  expect(decisions.map(({ id, outcome, decided }) => [id, outcome, decided?.answer ?? null])).toEqual([
    [waiting, 'lapsed', null],
    [withdrawn, 'withdrawn', null],
    [refused, 'refused', 'Ask them first.'],
  ])
  expect(
    await desk.as(anna, askToShareCommand, { concern: id, to: { outside: 'charity' }, reason: 'a-child', asked, tellReporter: true }),
  ).toEqual({
    fault: 'closed',
  })
})

test('where a life or a child is at risk the owner shares at once, and a second person looks at it after; for no other reason, and nobody else', async () => {
  const { concern: id } = await concern({ child: true })
  const now = { concern: id, to: { outside: 'council' }, asked, tellReporter: false, way: 'telephone' } as const
  expect(await desk.as(anna, shareAtOnceCommand, { ...now, reason: 'other-adults-at-risk' })).toEqual({ fault: 'can-wait' })
  expect(await desk.as(ben, shareAtOnceCommand, { ...now, reason: 'a-child' })).toEqual({ fault: 'not-owner' })
  for (const reason of ['other-adults-at-risk', 'a-child']) {
    const forged = {
      id: crypto.randomUUID(),
      concern_id: id,
      asked_by: ben.person,
      reason,
      outside: 'police',
      urgent: true,
      sealed: Buffer.alloc(1),
    } as const
    await expect(desk.owner.insertInto('sharing_decision').values(forged).execute()).rejects.toThrow()
  }
  const { decision } = done(await desk.as(anna, shareAtOnceCommand, { ...now, reason: 'a-child' }))
  expect(await sharesOf(id)).toMatchObject([{ outside: 'council', way: 'telephone', decision_id: decision, partner_id: null }])
  expect(done(await desk.as(ben, readSharingNeeds, null))).toMatchObject([{ kind: 'review', id: decision }])
  expect(await desk.as(anna, reviewSharingCommand, { concern: id, decision, outcome: 'approved', answer: null })).toEqual({ fault: 'own' })
  expect(await desk.as(anna, withdrawAskCommand, { concern: id, decision })).toEqual({ fault: 'sent' })
  // It is looked at though the concern is closed meanwhile.
  await desk.owner.updateTable('concern').set({ state: 'closed', closed_at: new Date() }).where('id', '=', id).execute()
  done(await desk.as(ben, reviewSharingCommand, { concern: id, decision, outcome: 'refused', answer: 'It could have waited.' }))
  expect(done(await desk.as(ben, readSharingNeeds, null))).toEqual([])
})

test('the reasons that cannot wait are in the pack, and the database knows the same', async () => {
  const reasons = desk.parts.pack.sharingReasons.map(({ id }) => id)
  expect(atOnceReasons.filter((one) => !reasons.includes(one))).toEqual([])
  const { rows } = await sql<{
    it: string
  }>`select pg_get_constraintdef(oid) as it from pg_constraint where conname = 'sharing_at_once'`.execute(desk.owner)
  expect([...(rows[0]?.it ?? '').matchAll(/'([a-z-]+)'::text/g)].flatMap(([, id]) => reasons.filter((one) => one === id))).toEqual([
    ...atOnceReasons,
  ])
})

test('a partner that is kept out is passed nothing, whoever decides it, and loses what it had', async () => {
  const { concern: id } = await concern({ sharing: 'others' }, ['watford'])
  expect(await desk.as(anna, passToPartner, { concern: id, to: watford, shared })).toEqual({ fault: 'kept-out' })
  const row = { concern_id: id, partner_id: 'watford', made_by: anna.person }
  await expect(desk.owner.insertInto('concern_share').values(row).execute()).rejects.toMatchObject({ code: 'WM016' })
  const walled = await concern({}, ['watford'])
  const ask = { concern: walled.concern, to: watford, reason: 'danger-to-life', asked, tellReporter: true, way: null }
  for (const by of [askToShareCommand, shareAtOnceCommand]) expect(await desk.as(anna, by, ask)).toEqual({ fault: 'kept-out' })
  expect(done(await desk.as(anna, readSharing, { concern: id }))).toMatchObject({ keptOut: ['Watford Borough Council'] })
  // A second person who works there cannot decide either: they see nothing of it.
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const { decision } = done(await desk.as(anna, askToShareCommand, { ...ask, to: { outside: 'police' } }))
  expect(await desk.as(inside, decideSharingCommand, { concern: walled.concern, decision, outcome: 'approved', answer: null })).toEqual({
    fault: 'not-found',
  })
  // It turns out later who it is about.
  const later = await concern({ sharing: 'partners' })
  done(await desk.as(anna, passToPartner, { concern: later.concern, to: { partner: 'watford', person: named.person }, shared }))
  await desk.owner.insertInto('concern_apart').values({ concern_id: later.concern, partner_id: 'watford' }).execute()
  expect(await sharesOf(later.concern)).not.toMatchObject([{ ended_at: null }])
  for (const who of [spoc, named]) expect(await desk.as(who, readPassed, { concern: later.concern })).toEqual({ fault: 'not-found' })
})

test('a choice changes with what the reporter said and in no other way; a narrower one takes back what was passed', async () => {
  const { concern: id } = await concern({ sharing: 'partners' })
  done(await desk.as(anna, passToPartner, { concern: id, to: watford, shared }))
  const said = 'Please do not tell the council.'
  done(await desk.as(anna, changeChoice, { concern: id, choice: 'coordinators', said }))
  expect(await desk.as(anna, changeChoice, { concern: id, choice: 'coordinators', said })).toEqual({ fault: 'same' })
  expect(await desk.as(spoc, readPassed, { concern: id })).toEqual({ fault: 'not-found' })
  expect(done(await desk.as(anna, readSharing, { concern: id }))).toMatchObject({
    sharing: 'coordinators',
    changes: [{ choice: 'coordinators', said }],
  })
  expect(tellsOf(await dumpOf(desk.owner), said)).toEqual([])
  const verbs = await desk.owner.selectFrom('audit').select('verb').where('object_id', '=', id).orderBy('seq').execute()
  expect(verbs.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['pass-to-partner', 'change-choice', 'read-sharing']))
})

test('whoever took their report back has taken back what was passed; against it only a decision shares any more', async () => {
  const { concern: id } = await concern({ sharing: 'others' })
  done(await desk.as(anna, passToPartner, { concern: id, to: watford, shared }))
  await desk.owner.updateTable('concern').set({ state: 'withdrawn' }).where('id', '=', id).execute()
  expect(await desk.as(spoc, readPassed, { concern: id })).toEqual({ fault: 'not-found' })
  expect(await desk.as(anna, passToPartner, { concern: id, to: watford, shared })).toEqual({ fault: 'closed' })
  const ask = { concern: id, to: watford, reason: 'danger-to-life', asked, tellReporter: true }
  expect(await desk.as(anna, askToShareCommand, ask)).toHaveProperty('done')
})

test('whoever has the code is told who has it, but not where that would put somebody in danger', async () => {
  const { concern: id, code } = await concern({ sharing: 'others' })
  done(await desk.as(anna, passToPartner, { concern: id, to: watford, shared }))
  done(
    await desk.as(anna, passOutside, { concern: id, to: { outside: 'charity' }, shared: { ...shared, to: 'The shelter' }, way: 'email' }),
  )
  const hidden = await concern({})
  const at = {
    concern: hidden.concern,
    to: { outside: 'police' },
    reason: 'danger-to-life',
    asked,
    way: 'telephone',
    tellReporter: false,
  } as const
  done(await desk.as(anna, shareAtOnceCommand, at))
  const shownTo = async (code: readonly string[]) => {
    const { hash } = await keysOf(code, intake.pepper)
    const ask = 'select partner, outside from code_shared($1)'
    const passed = await intake.door()?.reporter<{ partner: string | null; outside: string | null }>(ask, [hash])
    return passed && 'rows' in passed ? passed.rows.map(({ partner, outside }) => partner ?? outside) : passed
  }
  expect(await shownTo(code)).toEqual(['Watford Borough Council', 'charity'])
  expect(await shownTo(hidden.code)).toEqual([])
})
