import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringAxe } from '../support/axe.ts'
import { desktop, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import type { Got } from '../support/desk-visitor.ts'
import { formOf, importerAt, upload } from '../support/importer.ts'
import { anEvent } from '../support/register.ts'
import { show } from '../support/visit.ts'
import { faultsOf } from './states.ts'

/* Pages on which a list is imported, in each state. Everybody is made up. */

const browser = useBrowser()
let desk: ServedDesk
let people: Record<'spoc' | 'coordinator' | 'trainer' | 'newcomer', Somebody>
let event: string
let made: { kept: string; undone: string }
const pages = new Map<string, Page>()

const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'))
const simple = (name: string) => csv('Name,Work email,Date', `${name},${name.replace(' ', '.').toLowerCase()}@example.org,2026-11-03`)
const long = `Chalkhill${'andalloftheotherplaces'.repeat(4)} Housing`
/** Every question is asked of it, and every kind of row is in it. */
const hard = csv(
  'First name,Last name,Work email,Employer,When,Course,Status',
  `Abi,Lychgate,abi@example.org,${long},03/11/2026,Awareness,Done`,
  'Ben,Packhorse,not an email,Lychgate Ltd,04/11/2026,Awareness,Done',
  ',,x@example.org,Lychgate Ltd,05/11/2026,Longer course,Done',
  'Cass,Ford,cass@example.org,Lychgate Ltd,06/11/2099,Longer course,Done',
  'Dee,Stile,dee@example.org,Lychgate Ltd,06/11/2025,Longer course,Not yet',
)

beforeAll(async () => {
  desk = await serveTestDesk()
  people = {
    spoc: await desk.somebody(['spoc'], { partner: 'watford', name: 'Sol Fold' }),
    coordinator: await desk.somebody(['coordinator']),
    trainer: await desk.somebody(['trainer'], { partner: 'watford', name: 'Tom Causeway' }),
    newcomer: await desk.somebody(['spoc'], { partner: 'stevenage' }),
  }
  ;({ event } = await anEvent(desk, people.trainer))
  const one = importerAt(desk.at, people.spoc.cookie)
  const keeps = async (file: Buffer): Promise<string> => {
    const page = await one.send(file)
    const checked = page.text.includes('name="mapping"') ? page : await one.answer(page, {})
    return /imports\/([0-9a-f-]{36})/.exec((await one.keep(checked)).to ?? '')?.[1] ?? ''
  }
  made = { kept: await keeps(simple('Una Fold')), undone: await keeps(simple('Vic Fold')) }
  await one.post(`/desk/register/imports/${made.undone}`, { key: randomUUID() })
  for (const [name, who] of Object.entries(people)) {
    const page = await browser.open(desktop)
    await page.context().addCookies([{ name: 'waymark-desk', value: who.token, url: desk.at }])
    await bringAxe(page)
    pages.set(name, page)
  }
}, 180_000)
afterAll(async () => {
  for (const page of pages.values()) await page.context().close()
  await desk.stop()
})

type Sent = { path: string; form: URLSearchParams | Record<string, string> | null }
type At = { who: keyof typeof people; status?: number; sent(): Promise<Sent> | Sent }
const at = (who: At['who'], path: string, form: Sent['form'] = null, status?: number): At => ({
  ...{ who, sent: () => ({ path, form }) },
  ...(status ? { status } : {}),
})
/** A file was sent: what comes next is asked of the page that answered, as a form of it. */
const after = (
  who: At['who'],
  file: () => Buffer,
  more: () => Record<string, string>,
  next: (page: Got) => URLSearchParams | Record<string, string>,
  { path = `${upload}/columns`, status }: { path?: string; status?: number } = {},
): At => ({
  who,
  ...(status ? { status } : {}),
  sent: async () => ({ path, form: next(await importerAt(desk.at, people[who].cookie).send(file(), more())) }),
})
const none = () => ({})
const questions = ({ hidden }: Got) => ({ ...hidden, change: 'yes' })
const answers = (given: Record<string, string | string[]>) => (page: Got) => formOf(page, given)
const everything = { tier: 'everyone', ours: 'yes', sector: 'business' }

const states: Record<string, At> = {
  'import, nothing was imported yet': at('newcomer', '/desk/register/imports'),
  'import, the list of imports': at('spoc', '/desk/register/imports?told=none'),
  'import, one that is kept': { who: 'spoc', sent: () => ({ path: `/desk/register/imports/${made.kept}?told=kept`, form: null }) },
  'import, one that was taken back': {
    who: 'spoc',
    sent: () => ({ path: `/desk/register/imports/${made.undone}?told=undone&n=1`, form: null }),
  },
  'import, taken back twice': { who: 'spoc', status: 400, sent: () => ({ path: `/desk/register/imports/${made.undone}`, form: {} }) },
  'import, a file': at('spoc', upload),
  'import, a file of a coordinator': at('coordinator', upload),
  'import, no file and nobody’s': at('coordinator', upload, {}, 400),
  'import, no file': at('spoc', upload, { partner: 'watford' }, 400),
  'import, a file for an event': { who: 'trainer', sent: () => ({ path: `${upload}?event=${event}`, form: null }) },
  'import, columns': after(
    'coordinator',
    () => hard,
    () => ({ partner: 'rows' }),
    questions,
  ),
  'import, columns with nothing answered': after(
    'coordinator',
    () => hard,
    () => ({ partner: 'rows' }),
    answers({ 'col-first': '', 'col-last': '', 'col-email': '0', tier: [], ours: [] }),
    {
      status: 400,
    },
  ),
  'import, columns that were changed': after(
    'coordinator',
    () => hard,
    () => ({ partner: 'rows' }),
    answers({ ...everything, tier: 'column', 'col-date': '' }),
  ),
  'import, columns for an event': after(
    'trainer',
    () => simple('Wyn Fold'),
    () => ({ event }),
    questions,
  ),
  'import, checked': after(
    'coordinator',
    () => hard,
    () => ({ partner: 'rows' }),
    answers({ ...everything, order: 'dmy' }),
  ),
  'import, the same file again': {
    who: 'spoc',
    sent: async () => {
      const one = importerAt(desk.at, people.spoc.cookie)
      const known = await one.send(simple('Una Fold'))
      const form = formOf(await one.post(`${upload}/columns`, questions(known)), everything)
      return { path: `${upload}/columns`, form }
    },
  },
  'import, no good row': after(
    'spoc',
    () => csv('Name,Date', 'Xan Fold,never', ',3/11/2026'),
    none,
    answers({ ...everything, order: 'dmy' }),
  ),
  'import, checked for an event': after(
    'trainer',
    () => simple('Wyn Fold'),
    () => ({ event }),
    answers({}),
  ),
  'import, the file is gone': at('spoc', `${upload}/columns`, { ticket: 'x' }, 400),
  'import, the file of an event is gone': { who: 'trainer', status: 400, sent: () => ({ path: `${upload}/keep`, form: { event } }) },
}

test.each(Object.entries(states))(
  'nothing is wrong with %s',
  async (name, { who, status = 200, sent }) => {
    const page = pages.get(who)
    if (!page) throw new Error(who)
    const come = async () => {
      const { path, form } = await sent()
      return show(page, desk.at, {
        path,
        form: form && new URLSearchParams([['key', randomUUID()], ...new URLSearchParams(form)]).toString(),
      })
    }
    expect(await faultsOf(page, { name, status, come })).toEqual({})
  },
  60_000,
)
