import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCertificate } from '../../src/commands/attend/check-certificate.ts'
import { pairText } from '../../src/commands/attend/learning-key.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { recordStatements } from '../../src/commands/attend/record-statements.ts'
import { activityName, updateName } from '../../src/domain/register/activity.ts'
import type { CourseTier } from '../../src/domain/training/course.ts'
import { type Lesson, lessonBefore } from '../../src/domain/training/lesson.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { importerAt } from '../support/importer.ts'
import { aLearningKey, passed } from '../support/learning-system.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { issues, openTestAttend } from '../support/register.ts'

/* The short update in a learning system renews what its learner holds, as it does at the site. */

let desk: ServedDesk
let attend: AttendParts & { close(): Promise<void> }
let spoc: Somebody
let pair: string
let lesson: Lesson
let tier: CourseTier
beforeAll(async () => {
  desk = await serveTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  pair = pairText(await aLearningKey(desk, spoc))
  const { course } = desk.parts.pack
  const found = course.tiers.flatMap((one) => lessonBefore(course, one) ?? [])[0]
  if (!found) throw new Error('no update in the pack')
  lesson = found
  tier = found.tier
}, 120_000)
afterAll(async () => {
  await attend.close()
  await desk.stop()
})

const course = () => desk.parts.pack.course
const named = (version: string) => activityName({ ...course(), taught: version }, tier.id)
const update = () => updateName(course(), tier.id, lesson.from)
const says = (email: string, name: string, day: string) =>
  passed(email, { object: { id: `https://lms.example.org/${name}` }, timestamp: `${day}T10:00:00Z` })
const send = async (...statements: unknown[]) => {
  expect(await recordStatements(attend, { pair, partner: 'watford' }, statements)).toHaveProperty('done')
}
/** The versions that somebody holds. */
const holds = async (name: string) => {
  const rows = await desk.owner
    .selectFrom('standing as s')
    .innerJoin('learner as l', 'l.id', 's.learner_id')
    .select('s.version')
    .where('l.name', '=', name)
    .execute()
  return rows.map(({ version }) => version)
}
const certificatesOf = (name: string) =>
  desk.owner
    .selectFrom('certificate as c')
    .innerJoin('learner as l', 'l.id', 'c.learner_id')
    .select(['c.id', 'c.code', 'c.version', 'c.ends_on', 'c.replaced_by', 'c.renewed', 'c.withdrawn_at', 'c.demonstration'])
    .where('l.name', '=', name)
    .orderBy('c.version')
    .execute()
const unheld = async () =>
  (await desk.owner.selectFrom('learning_key').select('unheld').where('partner_id', '=', 'watford').executeTakeFirstOrThrow()).unheld

test('a statement of the update renews whoever holds the version before: they are current, and a new certificate is in the place of the old', async () => {
  await send(says('abi@example.org', named(lesson.from), '2026-10-01'))
  await issues(desk)
  const [old] = await certificatesOf('Learner abi')
  const worth = async (code = '') => {
    const found = await checkCertificate(attend, { code, name: '' })
    return 'fault' in found ? found.fault : found.worth.worth
  }
  expect([await holds('Learner abi'), await worth(old?.code)]).toEqual([[lesson.from], 'needs-update'])
  await send(says('abi@example.org', update(), '2026-11-20'))
  await issues(desk)
  expect(await holds('Learner abi')).toEqual([lesson.to])
  const made = await certificatesOf('Learner abi')
  const fresh = made.find(({ version }) => version === lesson.to)
  expect(made.find(({ id }) => id === old?.id)).toMatchObject({ replaced_by: fresh?.id, renewed: true })
  // It ends when the first would have, and both are good.
  expect([made.length, fresh?.ends_on, await worth(old?.code), await worth(fresh?.code)]).toEqual([2, old?.ends_on, 'current', 'current'])
  // Whoever finishes it again gets nothing more.
  await send(says('abi@example.org', update(), '2026-11-21'))
  await issues(desk)
  expect([(await certificatesOf('Learner abi')).length, await unheld()]).toEqual([2, 0])
})

test('the course and its update in one request: the update waits for the certificate that it renews', async () => {
  await send(says('ben@example.org', update(), '2026-11-20'), says('ben@example.org', named(lesson.from), '2026-10-01'))
  await issues(desk)
  const made = await certificatesOf('Learner ben')
  expect(new Set(made.map(({ ends_on }) => ends_on)).size).toBe(1)
  expect(made.find(({ version }) => version === lesson.from)).toMatchObject({ renewed: true })
})

test('an update of whoever holds nothing that it renews makes nobody trained; whoever looks after the system is told', async () => {
  const before = await unheld()
  await send(says('nobody@example.org', update(), '2026-11-20'))
  // The course came later than the update, ended before it, or its certificate was withdrawn.
  await send(says('cas@example.org', named(lesson.from), '2026-11-25'), says('cas@example.org', update(), '2026-11-20'))
  await send(says('dee@example.org', named(lesson.from), '2020-10-01'), says('dee@example.org', update(), '2026-11-20'))
  await send(says('eve@example.org', named(lesson.from), '2026-10-01'))
  await issues(desk)
  const [hers] = await certificatesOf('Learner eve')
  await desk.owner
    .updateTable('certificate')
    .set({ withdrawn_at: new Date() })
    .where('id', '=', hers?.id ?? '')
    .execute()
  await send(says('eve@example.org', update(), '2026-11-20'))
  // An update to or from a version that nobody knows.
  const strange = (name: string) => name.replace(/[0-9a-f]{12}$/, '0123456789ab')
  await send(says('fay@example.org', named(lesson.from), '2026-10-01'), says('fay@example.org', strange(update()), '2026-11-20'))
  await issues(desk)
  expect(await unheld()).toBe(before + 5)
  expect(await desk.owner.selectFrom('learner').select('id').where('name', '=', 'Learner nobody').execute()).toEqual([])
  for (const name of ['cas', 'dee', 'eve', 'fay']) expect(await holds(`Learner ${name}`), name).toEqual([lesson.from])
  const page = await deskVisitor(desk.at, spoc.cookie).get('/desk/register/keys')
  expect(page.text).toContain('5 short updates were not counted')
  expect(page.text).toContain(update())
})

test('another partner learns nothing by an update of whom it names: it renews nobody else’s people, held or not', async () => {
  await send(says('lil@example.org', named(lesson.from), '2026-10-01'))
  const theirs = await desk.somebody(['spoc'], { partner: 'stevenage' })
  const other = pairText(await aLearningKey(desk, theirs, 'stevenage'))
  const unheldThere = async () =>
    (await desk.owner.selectFrom('learning_key').select('unheld').where('partner_id', '=', 'stevenage').executeTakeFirstOrThrow()).unheld
  for (const [email, count] of [
    ['lil@example.org', 1],
    ['mo@example.org', 2],
  ] as const) {
    await recordStatements(attend, { pair: other, partner: 'stevenage' }, [says(email, update(), '2026-11-20')])
    expect(await unheldThere()).toBe(count)
  }
  expect(await holds('Learner lil')).toEqual([lesson.from])
})

const csv = (...rows: string[]): Buffer => Buffer.from(['Name;Work email;Date;Course;Status', ...rows].join('\r\n'))

test('a list of an update: the preview says who is renewed and why a row is left out, and keeps just that', async () => {
  await send(says('gus@example.org', named(lesson.from), '2026-10-01'))
  const file = csv(
    `Gus Fold;gus@example.org;20/11/2026;${update()};Done`,
    `Hal Fold;hal@example.org;20/11/2026;${update()};Done`,
    `Ida Fold;ida@example.org;20/11/2026;${update()};Done`,
    `Ida Fold;ida@example.org;01/10/2026;${named(lesson.from)};Done`,
    `Learner gus;;20/11/2026;${update()};Done`,
  )
  const one = importerAt(desk.at, spoc.cookie)
  const asked = await one.send(file)
  const checked = asked.text.includes('What is in each column?') ? await one.answer(asked, { tier: 'column' }) : asked
  expect(checked.text).toContain('We look for people by email or employee number, not by name')
  expect([...(checked.text.split('id="bad"')[1] ?? '').matchAll(/Line (\d+)/g)].map(([, line]) => line)).toEqual(['3', '6'])
  const kept = await one.keep(checked)
  const id = /imports\/([0-9a-f-]{36})/.exec(kept.to ?? '')?.[1] ?? ''
  const row = await desk.owner
    .selectFrom('register_import')
    .select(['rows', 'kept', 'refused'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ rows: 5, kept: 3, refused: 2 })
  expect([await holds('Learner gus'), await holds('Ida Fold'), await holds('Hal Fold')]).toEqual([[lesson.to], [lesson.to], []])
  // A list that names no course: the update is chosen by hand, and is not remembered for the next list, which may be of another one.
  await send(says('kay@example.org', named(lesson.from), '2026-10-01'))
  const plain = (day: string) =>
    Buffer.from(`Name;Work email;Date;Status\r\nJo Fold;jo@example.org;${day};Done\r\nKay Fold;kay@example.org;${day};Done`)
  const chosen = await one.answer(await one.send(plain('21/11/2026')), { tier: update() })
  expect(chosen.text).toContain('We look for people by email')
  await one.keep(chosen)
  expect(await holds('Learner kay')).toEqual([lesson.to])
  expect((await one.send(plain('22/11/2026'))).text).toContain('What is in each column?')
})
