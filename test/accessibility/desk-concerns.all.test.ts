import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveAccessRequest } from '../../src/commands/concerns/access-request.ts'
import { addIdentifier } from '../../src/commands/concerns/add-identifier.ts'
import { addNote } from '../../src/commands/concerns/add-note.ts'
import { askToErase } from '../../src/commands/concerns/ask-to-erase.ts'
import { closeConcern } from '../../src/commands/concerns/close-concern.ts'
import { handOver } from '../../src/commands/concerns/hand-over.ts'
import { holdConcern } from '../../src/commands/concerns/hold-concern.ts'
import { linkConcern } from '../../src/commands/concerns/link-concern.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readIdentifiers } from '../../src/commands/concerns/read-identifiers.ts'
import { recordIntelligence } from '../../src/commands/concerns/record-intelligence.ts'
import { sendReply } from '../../src/commands/concerns/send-reply.ts'
import { stopPicture } from '../../src/commands/concerns/stop-picture.ts'
import { eraseDue, retentionIn } from '../../src/commands/erasing/erase.ts'
import { addByCode } from '../../src/commands/intake/add-by-code.ts'
import { openKey } from '../../src/commands/keys/open-key.ts'
import { takePicture } from '../../src/commands/pictures/take-picture.ts'
import { redraw } from '../../src/processes/pictures/redraw.ts'
import { bringAxe } from '../support/axe.ts'
import { desktop, useBrowser } from '../support/browser.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { phrases } from '../support/key-holders.ts'
import { onCall } from '../support/owners.ts'
import { show } from '../support/visit.ts'
import { asked, faultsOf, formOf } from './states.ts'

/* Pages of concerns, as coordinators and a practitioner who is offered one meet them. Who they are about, and what is told, is made up. */

const browser = useBrowser()
let desk: ServedDesk
let intake: TestIntake
let people: { anna: Somebody; ben: Somebody; cai: Somebody; dee: Somebody }
let ids: Record<
  'full' | 'fresh' | 'danger' | 'offered' | 'asked' | 'closed' | 'linked' | 'erased' | 'picture' | 'stopped' | 'identifier',
  string
>
const pages = new Map<string, Page>()

const done = async <Value>(outcome: Promise<{ done: Value } | { fault: string }>): Promise<Value> => {
  const came = await outcome
  if ('fault' in came) throw new Error(came.fault)
  return came.done
}

/** A long word and a long line: what people write is not made for a narrow page. */
const long = `Behind the container${'tothelefthandside'.repeat(6)}. Ask https://example.org/${'a'.repeat(90)} who signed.`

beforeAll(async () => {
  desk = await serveTestDesk()
  const receiving = await receivingDesk(desk)
  intake = receiving.intake
  const { anna, ben } = receiving
  const cai = await desk.somebody(['practitioner'], { partner: 'stevenage', name: 'Cai Holloway' })
  const dee = await desk.somebody(['coordinator'], { name: 'Dee Fingerpost' })
  people = { anna, ben, cai, dee }
  await desk.owner.updateTable('profile').set({ phone: '07700 900123' }).where('person_id', '=', anna.person).execute()
  await onCall(desk, anna, 1)
  await onCall(desk, cai, 2)
  const picture = await takePicture(
    redraw,
    await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#346' } })
      .jpeg()
      .toBuffer(),
  )
  if ('fault' in picture) throw new Error(picture.fault)
  const owned = async (more: Parameters<typeof raise>[2] = {}) => {
    const made = await raise(desk, intake, more)
    await desk.owner.updateTable('concern').set({ owner_id: anna.person }).where('id', '=', made.id).execute()
    return made
  }
  const signs = desk.parts.pack.indicators.slice(0, 8).map(({ id }) => id)
  const told = {
    version: 1,
    said: [
      { id: 'what', asked: 'What did you see or hear, and who is it about?', answer: `Four men sleep there.\n\n${long}` },
      { id: 'where', asked: 'Where exactly?', answer: 'Behind the car wash on Mill Lane. The van is EX26 QQQ.' },
    ],
    contact: { way: 'someone.with.a.rather.long.name@safeguarding.example.org', safe: 'Text only, on weekday mornings' },
    pathway: [{ id: 'danger', asked: 'Is anyone in immediate danger?', answer: 'I am not sure' }],
  } as const
  const plain = {
    danger: true,
    child: true,
    young: true,
    contact: true,
    town: 'watford',
    sector: 'car-wash',
    signs,
    sharing: 'partners',
  } as const
  const full = await owned({
    report: { ...told, said: [...told.said], pathway: [...told.pathway] },
    plain,
    pictures: [picture.jpeg, picture.jpeg],
  })
  const fresh = await raise(desk, intake)
  const danger = await raise(desk, intake, { plain: { danger: true, child: true }, readBy: desk.parts.now().subtract({ hours: 3 }) })
  const [linked, offered, sent, closed, erased, toErase] = [
    ...[await owned(), await owned(), await owned(), await owned(), await owned(), await owned()],
  ] as const
  for (const { id } of [full, linked, offered, sent, closed, erased, toErase]) await desk.as(anna, readConcern, { concern: id })
  const concern = full.id
  const as = <Input, Value, Fault extends string>(command: Parameters<typeof desk.as<Input, Value, Fault>>[1], input: Input) =>
    done(desk.as(anna, command, input) as Promise<{ done: Value } | { fault: string }>)
  await as(addNote, { concern, text: `The foreman with the red cap is known.\n\n${long}` })
  await as(sendReply, { concern, text: `Thank you.\n\n${long}`, answerBy: desk.parts.now().add({ hours: 72 }), atOnce: true })
  await as(sendReply, { concern, text: 'Do not go back there yourself.', answerBy: null, atOnce: false })
  await addByCode(intake, { code: full.code, once: Buffer.alloc(16, 4), text: `They left at six.\n${long}` })
  for (const one of [concern, linked.id]) await as(addIdentifier, { concern: one, kind: 'vehicle', text: 'EX26 QQQ' })
  const gradeOf = (part: 'source' | 'assessment' | 'handling') =>
    desk.parts.pack.intelligenceGrades.find((grade) => grade.part === part)?.grade ?? ''
  const grading = { source: gradeOf('source'), assessment: gradeOf('assessment'), handling: gradeOf('handling') }
  await as(recordIntelligence, { concern, sector: null, grading, text: `A minibus leaves the yard each Friday. ${long}` })
  await as(linkConcern, { concern, other: linked.id })
  await as(holdConcern, { concern, reason: `The court asked for it. ${long}` })
  await as(receiveAccessRequest, { concern, received: desk.parts.now().toZonedDateTimeISO('Europe/London').toPlainDate() })
  const summary = 'A woman needs somewhere safe to sleep. Police are with her.'
  await as(handOver, { concern: offered.id, to: cai.person, summary })
  await as(handOver, { concern: sent.id, to: ben.person, summary })
  await as(closeConcern, { concern: closed.id, outcome: 'acted-on', words: '' })
  await desk.owner
    .updateTable('concern')
    .set({ answer_by: new Date(Date.now() - 3_600_000) })
    .where('id', '=', linked.id)
    .execute()
  const pictures = await desk.owner.selectFrom('concern_picture').select('id').where('concern_id', '=', concern).orderBy('id').execute()
  const stopped = pictures[1]?.id ?? ''
  await as(stopPicture, { concern, picture: stopped })
  const [identifier] = await as(readIdentifiers, { concern })
  await as(closeConcern, { concern: erased.id, outcome: 'not-enough', words: '' })
  await as(askToErase, { concern: erased.id, reason: 'person' })
  const { jobsRole: db, parts } = desk
  const { timezone } = parts.pack.partnership
  await eraseDue({ db, dataKeys: parts.dataKeys, retention: retentionIn(parts), now: parts.now().add({ hours: 24 * 9 }), timezone })
  await as(closeConcern, { concern: toErase.id, outcome: 'not-enough', words: '' })
  await as(askToErase, { concern: toErase.id, reason: 'person' })
  ids = {
    ...{ full: concern, fresh: fresh.id, danger: danger.id, offered: offered.id, asked: sent.id, closed: closed.id, linked: linked.id },
    ...{ erased: erased.id, picture: pictures[0]?.id ?? '', stopped, identifier: identifier?.id ?? '' },
  }
}, 120_000)
afterAll(async () => {
  await Promise.all([...pages.values()].map((page) => page.context().close()))
  await intake?.close()
  await desk?.stop()
})

const pageOf = async (who: Somebody): Promise<Page> => {
  const there = pages.get(who.person)
  if (there) return there
  const context = await browser.context(desktop)
  await context.addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
  const page = await context.newPage()
  await bringAxe(page)
  pages.set(who.person, page)
  return page
}

type Asked = {
  who?: keyof typeof people
  /** Below the address of the concern that has everything, or an address of the desk. */
  path: string | (() => string)
  form?: Record<string, string> | (() => Record<string, string>)
  status?: number
  /** Before, and after. */
  begin?: () => unknown
  end?: () => unknown
}

const at =
  (of: keyof typeof ids, more = '') =>
  (): string =>
    `/desk/concerns/${ids[of]}${more}`
const closeKey = { begin: () => desk.parts.keys.close(() => true), end: () => desk.as(people.anna, openKey, { passphrase: phrases.first }) }
const closeForm = async (closed_at: Date | null) => void (await desk.owner.updateTable('intake').set({ closed_at }).execute())
const wrong = (path: Asked['path'], form: Asked['form'] = {}): Asked => ({ path, form, status: 400 })

const states: Record<string, Asked> = {
  'home, with what needs her': { path: '/desk' },
  'home, offered': { path: '/desk', who: 'cai' },
  inbox: { path: '/desk/concerns' },
  'inbox, mine': { path: '/desk/concerns?view=mine' },
  'inbox, offered': { path: '/desk/concerns?view=offered', who: 'ben' },
  'inbox, late': { path: '/desk/concerns?view=late' },
  'inbox, closed': { path: '/desk/concerns?view=closed' },
  'inbox, nothing': { path: '/desk/concerns?view=mine', who: 'dee' },
  'inbox, of a practitioner': { path: '/desk/concerns', who: 'cai' },
  find: { path: '/desk/concerns/find' },
  'find, found': { path: '/desk/concerns/find?town=watford&sector=car-wash' },
  'find, nothing': { path: '/desk/concerns/find?ref=C-99999' },
  'find, wrong': { path: '/desk/concerns/find?ref=x&from=x&to=32.13' },
  'concern, new': { path: at('fresh') },
  'concern, danger': { path: at('danger'), who: 'ben' },
  'concern, with everything': { path: at('full') },
  'concern, of another': { path: at('full'), who: 'ben' },
  'concern, told': { path: at('full', '?told=taken-back') },
  'concern, offered to another': { path: at('offered') },
  'concern, closed': { path: at('closed') },
  reply: { path: at('full', '/reply') },
  'reply, nothing written': wrong(at('full', '/reply')),
  'reply, to be checked': { path: at('full', '/reply'), form: { reply: `EX26 QQQ. Ben Lock. ${long}`, promise: 'none' } },
  'note, nothing written': wrong(at('full', '/note')),
  close: { path: at('full', '/close') },
  'close, nothing chosen': wrong(at('full', '/close')),
  'close, to be checked': { path: at('danger', '/close'), form: { outcome: 'help-offered', words: `Thank you. EX26 QQQ. ${long}` } },
  'close, stopped by a held reply': { path: at('full', '/close'), form: { outcome: 'acted-on', words: '', sure: 'yes' }, status: 409 },
  mark: { path: at('full', '/mark') },
  'mark, nothing chosen': wrong(at('full', '/mark'), { mark: 'x' }),
  details: { path: at('full', '/details') },
  'details, wrong': wrong(at('full', '/details'), { town: 'x'.repeat(61), sector: 'x' }),
  'compare, not found': wrong(at('full', '/compare'), { reference: 'C-99999' }),
  'compare, two': { path: () => `/desk/concerns/${ids.full}/compare/${ids.linked}` },
  merge: { path: () => `/desk/concerns/${ids.full}/merge/${ids.linked}` },
  print: { path: at('full', '/print') },
  'print, to be printed': { path: at('full', '/print'), form: { out: 'notes' } },
  'hand over': { path: at('full', '/hand-over') },
  'hand over, nothing entered': wrong(at('full', '/hand-over')),
  offered: { path: at('offered', '/offered'), who: 'cai' },
  'offered, over': { path: at('full', '/offered'), who: 'ben', status: 409 },
  refuse: { path: at('offered', '/refuse'), who: 'cai' },
  'refuse, no reason': { ...wrong(at('offered', '/refuse')), who: 'cai' },
  'step out': { path: at('full', '/step-out') },
  'keep a partner out': { path: at('full', '/keep-out') },
  'keep a partner out, to be checked': { path: at('full', '/keep-out'), form: { partner: 'watford' } },
  reopen: { path: at('closed', '/reopen') },
  'keep a partner out, nothing chosen': wrong(at('full', '/keep-out')),
  picture: { path: () => `/desk/concerns/${ids.full}/pictures/${ids.picture}` },
  'picture, opened': { path: () => `/desk/concerns/${ids.full}/pictures/${ids.picture}/open` },
  'picture, to be stopped': { path: () => `/desk/concerns/${ids.full}/pictures/${ids.picture}/stop` },
  'picture, stopped': { path: () => `/desk/concerns/${ids.full}/pictures/${ids.stopped}` },
  identifiers: { path: at('full', '/identifiers') },
  'identifiers, nothing entered': wrong(at('full', '/identifiers')),
  'intelligence, list': { path: '/desk/intelligence' },
  'intelligence, by itself': { path: '/desk/intelligence/new' },
  'intelligence, nothing entered': wrong('/desk/intelligence/new'),
  'intelligence, of a concern': { path: at('full', '/intelligence') },
  erasures: { path: '/desk/erasures' },
  certificate: { path: () => `/desk/erasures/${ids.erased}` },
  erase: { path: at('closed', '/erase') },
  'erase, no reason': wrong(at('closed', '/erase')),
  hold: { path: at('linked', '/hold') },
  'hold, no reason': wrong(at('linked', '/hold')),
  'hold, lifted': { path: at('full', '/lift-hold') },
  'access request': { path: at('full', '/export') },
  'access request, no day': wrong(at('full', '/export'), { step: 'received' }),
  'access request, to be given': { path: at('full', '/export'), form: { step: 'preview', words: 'foreman' } },
  'form, to be closed': { path: '/desk/concerns/form/close' },
  'form, to be opened': { path: '/desk/concerns/form/open', begin: () => closeForm(new Date()), end: () => closeForm(null) },
  'home, with the form closed': { path: '/desk', begin: () => closeForm(new Date()), end: () => closeForm(null) },
  'inbox, told that it is closed': { path: '/desk/concerns?told=closed', begin: () => closeForm(new Date()), end: () => closeForm(null) },
  'concern, the key closed': { path: at('full'), status: 409, ...closeKey },
  'note, the key closed': { path: at('full', '/note'), form: { note: 'A note that must not be lost.' }, status: 409, ...closeKey },
  'reply, the key closed': { path: at('full', '/reply'), form: { reply: 'Thank you.', promise: 'none' }, status: 409, ...closeKey },
}

test.each(Object.entries(states))('%s', async (name, { who = 'anna', path, form, status = 200, begin, end }) => {
  const page = await pageOf(people[who])
  const where = typeof path === 'function' ? path() : path
  const fields = typeof form === 'function' ? form() : form
  const come = () => show(page, desk.at, { path: where, form: fields ? formOf(fields) : null })
  await begin?.()
  try {
    expect(await faultsOf(page, { name: `desk ${name}`, status, come }, asked)).toEqual({})
  } finally {
    await end?.()
  }
})
