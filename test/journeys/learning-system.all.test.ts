import xapi from '@xapi/xapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ElearningData } from '../../src/press/kinds/elearning/data.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { desktop, useBrowser } from '../support/browser.ts'
import { openTestIntake, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { aLearningKey, basic, passed } from '../support/learning-system.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { realPack } from '../support/real-pack.ts'
import { type ReportSite, serveReports } from '../support/report-site.ts'
import { learner, toTheEnd, useScorm } from '../support/scorm.ts'

/* A package is learned in a learning system; what the system then holds goes to the register as a statement. */

const XAPI = xapi as unknown as typeof xapi.default
const outputs = outputsOfPack(realPack()).filter(({ kind }) => kind === 'elearning') as Output<ElearningData>[]
const scorm = useScorm()
const browser = useBrowser()
let desk: TestDesk
let intake: TestIntake
let site: ReportSite
beforeAll(async () => {
  desk = await openTestDesk()
  intake = openTestIntake(desk)
  site = await serveReports(intake)
})
afterAll(async () => {
  await site.stop()
  await intake.close()
  await desk.close()
})

describe.each(outputs)('$file', (output) => {
  const { edition, identifier } = output.data
  test.each([
    ['passed', true],
    ['failed', false],
  ] as const)('who has %s: the register knows tier and version of whoever passed, and nobody else', async (outcome, right) => {
    await scorm.unpack(output)
    const page = await browser.open(desktop)
    const who = learner(scorm.host(), page, edition)
    await who.open()
    await toTheEnd(who, right)
    const objectives = Object.values((await who.held()).objectives)
    await page.context().close()
    const said = objectives.find(({ id }) => id === identifier)
    expect(said?.[edition === '1.2' ? 'status' : 'success_status']).toBe(outcome)
    // As a system forwards it: the verb is the result, the activity what the package calls itself.
    const key = await aLearningKey(desk, await desk.somebody(['spoc'], { partner: 'watford' }))
    const client = new XAPI({ endpoint: `http://${site.host}/xapi/`, auth: basic(key), version: '1.0.3' })
    const email = `${outcome}-${output.id.replaceAll('.', '-')}@example.org`
    const statement = passed(email, {
      verb: { id: `http://adlnet.gov/expapi/verbs/${outcome}` },
      object: { id: `https://lms.example.org/activities/${said?.id}` },
      result: { success: right },
    })
    await client.sendStatement({ statement: statement as never })
    const rows = await desk.owner
      .selectFrom('attendance as a')
      .innerJoin('learner as l', 'l.id', 'a.learner_id')
      .select(['a.tier', 'a.version', 'a.partner_id'])
      .where('l.name', '=', `Learner ${email.split('@')[0]}`)
      .execute()
    const tier = realPack().course.tiers.find(({ id }) => output.id.startsWith(`elearning-${id}-scorm`))?.id
    // The short update renews what somebody holds already, and nobody here holds anything.
    expect(rows).toEqual(right && tier ? [{ tier, version: realPack().course.taught, partner_id: 'watford' }] : [])
  })
})
