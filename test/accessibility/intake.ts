import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { post } from '../http/support.ts'
import { bringAxe, runAxe } from '../support/axe.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { replyTo } from '../support/replies.ts'
import { coverFor, type ReportSite, serveReports } from '../support/report-site.ts'
import { show } from '../support/visit.ts'
import { withoutOurScript } from './probes/axe.ts'
import { endOfPage } from './probes/end-of-page.ts'
import { first999, firstView } from './probes/first-view.ts'
import { wayOut } from './probes/way-out.ts'
import { asked, faultsOf } from './states.ts'

/* The pages of the report form and of the code, in every state in which someone may meet them. */

type Fields = Record<string, string> | [string, string][]

export type Intake = {
  desk: TestDesk
  anna: Somebody
  /** A page of the form that these fields lead to, one after the other, shown by the last. */
  report(page: Page, ...steps: Fields[]): Promise<Response>
  /** The same for the page of a code; `words`: what is typed first. */
  byCode(page: Page, words: readonly string[], ...steps: Fields[]): Promise<Response>
  get(page: Page, path: string): Promise<Response>
  raise(): ReturnType<typeof raise>
  /** While the desk has closed the form. */
  closed<Done>(then: () => Promise<Done>): Promise<Done>
  /** While the database does not answer. */
  without<Done>(then: () => Promise<Done>): Promise<Done>
  port: number
  gone: boolean
}

/** How to come to a state, and the status that it has in place of 200. */
export type IntakeState = { status?: number; come(intake: Intake, page: Page): Promise<Response> }

export const visitIntake = (states: Readonly<Record<string, IntakeState>>): void => {
  const browser = useBrowser()
  let desk: TestDesk
  let intake: TestIntake
  let site: ReportSite
  let page: Page
  let bare: Page
  let on: Intake
  beforeAll(async () => {
    desk = await openTestDesk()
    const receiving = await receivingDesk(desk)
    intake = receiving.intake
    await coverFor(desk, receiving.anna)
    site = await serveReports({ ...intake, door: () => (on?.gone ? null : intake.door()) })
    on = intakeOf(desk, receiving.anna, intake, site)
    page = await browser.open(phone)
    await bringAxe(page)
    bare = await withoutOurScript(await browser.open(phone))
  }, 90_000)
  afterAll(async () => {
    await Promise.all([page, bare].map((opened) => opened?.context().close()))
    await site?.stop()
    await intake?.close()
    await desk?.close()
  })

  /** What axe finds where no script comes: with WAYMARK_ALL of every state, else of one in three. */
  const withoutScript = async (come: IntakeState['come']): Promise<string[]> => {
    await come(on, bare)
    const { faults, passed } = await runAxe(bare)
    expect(passed).toBeGreaterThan(15)
    return faults
  }

  test.each(Object.entries(states).map(([name, state], nth) => ({ name, nth, ...state })))(
    '$name',
    async ({ name, nth, status = 200, come }) => {
      const urgent = /first page|how urgent/.test(name)
      const probes = [endOfPage, firstView, ...(urgent ? [first999] : []), ...asked, wayOut]
      const faults = await faultsOf(page, { name, status, come: (opened) => come(on, opened) }, probes)
      const without = process.env.WAYMARK_ALL || nth % 3 === 0 ? await withoutScript(come) : []
      expect({ ...faults, ...(without.length ? { 'without script': without } : {}) }).toEqual({})
    },
  )
}

const intakeOf = (desk: TestDesk, anna: Somebody, intake: TestIntake, site: ReportSite): Intake => {
  const origin = `http://${site.host}`
  const carriedIn = (text: string): string => /name="so-far" value="([^"]*)"/.exec(text)?.[1] ?? ''
  /** All steps but the last without the browser, which shows what the last one leads to. */
  const through = async (page: Page, path: string, begun: string, steps: readonly Fields[]): Promise<Response> => {
    let carried = begun
    const sent = (step: Fields): [string, string][] => [...(carried ? [['so-far', carried] as [string, string]] : []), ...listOf(step)]
    for (const step of steps.slice(0, -1)) carried = carriedIn((await post(site.port, path, sent(step))).text)
    return show(page, origin, { path, form: new URLSearchParams(sent(steps.at(-1) ?? {})).toString() })
  }
  const close = async (at: Date | null): Promise<void> => {
    await desk.owner.updateTable('intake').set({ closed_at: at }).execute()
    await site.watch.look()
  }
  const on: Intake = {
    desk,
    anna,
    port: site.port,
    gone: false,
    report: (page, ...steps) => through(page, '/report', '', steps),
    byCode: async (page, words, ...steps) => {
      const begun = carriedIn(await (await fetch(`${origin}/report/code`)).text())
      return through(page, '/report/code', begun, [{ words: words.join(' '), do: 'open' }, ...steps])
    },
    get: (page, path) => show(page, origin, { path, form: null }),
    raise: () => raise(desk, intake),
    closed: async (then) => {
      await close(new Date())
      return then().finally(() => close(null))
    },
    without: async (then) => {
      on.gone = true
      return then().finally(() => {
        on.gone = false
      })
    },
  }
  return on
}

const listOf = (fields: Fields): [string, string][] => (Array.isArray(fields) ? fields : Object.entries(fields))

/** A concern with so many replies, the newest last. */
export const repliedTo = async ({ desk, anna, raise: make }: Intake, replies: number): Promise<{ id: string; code: readonly string[] }> => {
  const { id, code } = await make()
  await desk.as(anna, readConcern, { concern: id })
  for (let nth = replies; nth > 0; nth -= 1)
    await replyTo(desk, id, `Thank you. Is anyone there at night? (${nth})\n\nDo not go back there yourself.`, {
      goes: Temporal.Now.instant().subtract({ hours: nth }),
    })
  return { id, code }
}

/** Something was said, of every kind that makes a page grow; the check of it, and on from there. */
export const saidFirst = ({ report }: Intake, page: Page, ...steps: Fields[]): Promise<Response> =>
  report(
    page,
    { start: 'yes' },
    {
      at: 'what',
      what: `Four men sleep behind the car wash.\n\nOne looks about 15. ${'tothelefthandsideofthecontainer'.repeat(4)}`,
      leave: 'what',
    },
    ...steps,
  )

/** Seven words of the list that open nothing. */
export const wrongCode: readonly string[] = Array.from({ length: 7 }, () => 'zoo')
