import { createDecoder } from 'fast-jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { readCertificate } from '../../src/commands/register/read-certificate.ts'
import { remakeCertificate } from '../../src/commands/register/remake-certificate.ts'
import { withdrawCertificate } from '../../src/commands/register/withdraw-certificate.ts'
import { nameKey } from '../../src/domain/register/names.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { readPdf } from '../support/pdf.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { certified, issues, openTestAttend } from '../support/register.ts'

let desk: ServedDesk
let attend: AttendParts & { close(): Promise<void> }
let people: Record<'trainer' | 'colleague' | 'spoc' | 'stranger' | 'coordinator', Somebody>
let workplace: { id: string }
beforeAll(async () => {
  desk = await serveTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  workplace = await desk.owner.selectFrom('organisation').select('id').where('partner_id', '=', 'watford').executeTakeFirstOrThrow()
  people = {
    trainer: await desk.somebody(['trainer'], { partner: 'stevenage' }),
    colleague: await desk.somebody(['trainer'], { partner: 'stevenage' }),
    spoc: await desk.somebody(['spoc'], { partner: 'watford' }),
    stranger: await desk.somebody(['spoc'], { partner: 'stevenage' }),
    coordinator: await desk.somebody(['coordinator']),
  }
})
afterAll(async () => {
  await attend.close()
  await desk.stop()
})

const visit = (who: keyof typeof people) => deskVisitor(desk.at, people[who].cookie)
const pdfOf = async (who: keyof typeof people, path: string) => {
  const answer = await fetch(`${desk.at}${path}`, { headers: { cookie: people[who].cookie } })
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'application/pdf',
    'no-store',
  ])
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

test('a certificate is seen by its holder’s SPOC, whoever taught it and coordinators, and by nobody else', async () => {
  const { of } = await certified(desk, attend, people.trainer, [{ name: 'Abi Lychgate', workplace }])
  const { id: certificate } = of('Abi Lychgate')
  for (const who of ['spoc', 'trainer', 'coordinator'] as const)
    expect(await desk.as(people[who], readCertificate, { certificate })).toMatchObject({
      done: { holder: { name: 'Abi Lychgate' }, gave: expect.stringMatching(/Stevenage/) },
    })
  for (const who of ['colleague', 'stranger'] as const)
    expect(await desk.as(people[who], readCertificate, { certificate })).toEqual({ fault: 'not-found' })
  expect(await desk.as(people.spoc, withdrawCertificate, { certificate, because: 'mistake' })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(people.trainer, remakeCertificate, { certificate })).toEqual({ fault: 'not-allowed' })
  expect((await visit('spoc').get(`/desk/certificates/${certificate}`)).text).toContain('Valid and current')
  expect((await visit('spoc').get('/desk/certificates?q=abi')).text).toContain('Abi Lychgate')
  expect((await visit('stranger').get('/desk/certificates?q=abi')).text).not.toContain('Abi Lychgate')
  expect((await visit('trainer').get('/desk/certificates?q=abi')).text).toContain('Abi Lychgate')
  expect((await visit('colleague').get('/desk/certificates?q=abi')).text).not.toContain('Abi Lychgate')
  // Whoever lost it, and whose SPOC has the code, finds it by that.
  expect((await visit('trainer').get(`/desk/certificates?q=${of('Abi Lychgate').code.toLowerCase()}`)).text).toContain('Abi Lychgate')
})

test('it is handed out as PDF and as a badge; those of an event are one file', async () => {
  const { of, event } = await certified(desk, attend, people.trainer, [
    { name: 'Ben Packhorse', workplace },
    { name: 'محمد الأحمد', workplace },
  ])
  const { id } = of('Ben Packhorse')
  const pdf = await pdfOf('spoc', `/desk/certificates/${id}/pdf`)
  expect(pdf.text).toContain('Ben Packhorse')
  expect(pdf.xmp).toMatch(/pdfuaid:part[>="]+1/)
  const badge = await visit('spoc').get(`/desk/certificates/${id}/badge`)
  expect(badge.headers.get('content-disposition')).toMatch(/badge-.*\.jwt"/)
  expect(createDecoder()(badge.text)).toMatchObject({ credentialSubject: { identifier: [{ identityHash: 'Ben Packhorse' }] } })
  expect((await pdfOf('trainer', `/desk/events/${event}/certificates`)).pages.length).toBe(2)
  expect((await visit('trainer').get(`/desk/events/${event}`)).text).toContain(`/desk/events/${event}/certificates`)
  // A colleague knows that there was an event, and gets nobody's certificate of it.
  expect((await visit('colleague').get(`/desk/events/${event}/certificates`)).text).toContain('No certificates yet')
})

test('with another name it is made again: the old one says so, and is not handed out any more', async () => {
  const { of } = await certified(desk, attend, people.trainer, [{ name: 'Cass Ford', workplace }])
  const { id, learner_id, code, ends_on } = of('Cass Ford')
  expect(await desk.as(people.spoc, remakeCertificate, { certificate: id })).toEqual({ fault: 'unchanged' })
  await desk.owner
    .updateTable('learner')
    .set({ name: 'Cass Bridge', name_key: nameKey('Cass Bridge') })
    .where('id', '=', learner_id ?? '')
    .execute()
  // As if it were one of the short update: that it is says the one made in its place too.
  const whole = { by_update: true, whole_on: '2024-12-11', whole_by: 'watford' }
  await desk.owner.updateTable('certificate').set(whole).where('id', '=', id).execute()
  const spoc = visit('spoc')
  const page = await spoc.get(`/desk/certificates/${id}`)
  expect(page.text).toContain('The holder has another name now')
  expect(page.text).toMatch(
    /Brought up to date on[\s\S]*Took the whole course on[\s\S]*11 December 2024[\s\S]*Whole course given by[\s\S]*Watford/,
  )
  expect(page.text).not.toContain(`/desk/certificates/${id}/pdf`)
  const made = await spoc.post(`/desk/certificates/${id}`, page.hidden)
  expect(made.status).toBe(303)
  const next = await spoc.get(made.to ?? '')
  expect(next.text).toContain('The certificate was made again')
  // The same form sent twice is one certificate.
  expect((await spoc.post(`/desk/certificates/${id}`, page.hidden)).to).toBe(made.to)
  await issues(desk)
  const rows = await desk.owner.selectFrom('certificate').selectAll().where('learner_id', '=', learner_id).orderBy('issued_at').execute()
  expect(rows.length).toBe(2)
  const again = rows.find((row) => row.id !== id)
  expect(again).toMatchObject(whole)
  expect([again?.ends_on, again?.code === code, rows.find((row) => row.id === id)?.replaced_by]).toEqual([ends_on, false, again?.id])
  expect(createDecoder()(again?.credential ?? '')).toMatchObject({ credentialSubject: { identifier: [{ identityHash: 'Cass Bridge' }] } })
})

test('a coordinator takes one back, with a reason, once', async () => {
  const { of } = await certified(desk, attend, people.trainer, [{ name: 'Dee Stile', workplace }])
  const { id } = of('Dee Stile')
  const coordinator = visit('coordinator')
  const page = await coordinator.get(`/desk/certificates/${id}`)
  const { key = '' } = page.hidden
  expect((await coordinator.post(`/desk/certificates/${id}`, { key })).text).toContain('Choose why you take it back')
  const done = await coordinator.post(`/desk/certificates/${id}`, { key, because: 'not-there' })
  expect((await coordinator.get(done.to ?? '')).text).toMatch(/The certificate is withdrawn[\s\S]*The holder was not at the training/)
  expect((await coordinator.get(`/desk/certificates/${id}/pdf`)).status).toBe(404)
  expect(await desk.as(people.coordinator, withdrawCertificate, { certificate: id, because: 'mistake' })).toEqual({ fault: 'already' })
})

test('a name that cannot be printed is said with its letter, and nothing else is printed in its place', async () => {
  const { of } = await certified(desk, attend, people.trainer, [{ name: '王小明', workplace }])
  const answer = await visit('spoc').get(`/desk/certificates/${of('王小明').id}/pdf`)
  expect([answer.status, answer.text.includes('none of our typefaces has the letter')]).toEqual([409, true])
})
