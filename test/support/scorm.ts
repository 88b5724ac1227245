import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { ElearningData } from '../../src/press/kinds/elearning/data.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { type Host, serveFiles } from './file-server.ts'
import { drawn } from './press.ts'

const { resolve } = createRequire(import.meta.url)
const scormAgain = dirname(resolve('scorm-again/scorm12'))

/** A learning system: what a learner left is given back at the next visit, as scorm-again gives it. */
const system = (edition: ElearningData['edition']): string => {
  const [script, made, name] = edition === '1.2' ? ['scorm12', 'Scorm12API', 'API'] : ['scorm2004', 'Scorm2004API', 'API_1484_11']
  return `<!doctype html><html lang="en"><title>Learning system</title><script src="/${script}.js"></script>
<script>
const api = window.${name} = new ${made}({ autocommit: false, logLevel: 5 })
if (window.name) api.loadFromJSON(JSON.parse(window.name), '')
</script><iframe name="course" title="Course" src="/course/index.html" width="100%" height="600"></iframe></html>`
}

/** A host with one package and a learning system around it, for the tests of a file. */
export const useScorm = (): { host(): Host; unpack(output: Output<ElearningData>): Promise<void> } => {
  let host: Host | undefined
  const folder = mkdtempSync(join(tmpdir(), 'waymark-scorm-'))
  beforeAll(async () => {
    for (const name of ['scorm12.js', 'scorm2004.js']) writeFileSync(join(folder, name), readFileSync(join(scormAgain, name)))
    writeFileSync(join(folder, '404.html'), '')
    host = await serveFiles(folder, { plain: true })
  })
  afterAll(async () => {
    await host?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    host: () => {
      if (!host) throw new Error('the host is not there yet')
      return host
    },
    unpack: async (output) => {
      rmSync(join(folder, 'course'), { recursive: true, force: true })
      mkdirSync(join(folder, 'course'))
      for (const [name, bytes] of Object.entries(unzipSync(await drawn(output)))) writeFileSync(join(folder, 'course', name), bytes)
      writeFileSync(join(folder, 'system.html'), system(output.data.edition))
    },
  }
}

const names = {
  '1.2': {
    get: 'LMSGetValue',
    object: 'API',
    done: 'cmi.core.lesson_status',
    passed: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    at: 'cmi.core.lesson_location',
  },
  '2004': {
    get: 'GetValue',
    object: 'API_1484_11',
    done: 'cmi.completion_status',
    passed: 'cmi.success_status',
    score: 'cmi.score.raw',
    at: 'cmi.location',
  },
} as const

type Interaction = Record<'id' | 'type' | 'result', string> & Record<string, unknown>
type Held = { interactions: Record<string, Interaction>; objectives: Record<string, Record<string, unknown>> }

/** One learner at one package, over several visits. */
export const learner = (host: Host, page: Page, edition: ElearningData['edition']) => {
  const { get, object, ...values } = names[edition]
  let course: Frame
  const open = async (): Promise<void> => {
    await page.goto(`${host.url}/system.html`)
    const frame = page.frame('course')
    if (!frame) throw new Error('no frame of the course')
    course = frame
    await course.waitForSelector('body.stepped')
  }
  const value = (of: keyof typeof values): Promise<string> =>
    page.evaluate(([o, g, n]) => String((window as never as Record<string, Record<string, (x: string) => unknown>>)[o]?.[g]?.(n)), [
      object,
      get,
      values[of],
    ] as const)
  return {
    open,
    value,
    course: () => course,
    /** Leaves, and comes again another day. */
    again: async (): Promise<void> => {
      await page.evaluate(async (o) => {
        document.querySelector('iframe')?.remove()
        const api = (window as never as Record<string, { renderCMIToJSONObject(): unknown }>)[o]
        window.name = JSON.stringify((api?.renderCMIToJSONObject() as { cmi?: unknown })?.cmi ?? null)
      }, object)
      await open()
    },
    /** Everything that the system holds. */
    held: (): Promise<Held> =>
      page.evaluate(
        (o) => (window as never as Record<string, { renderCMIToJSONObject(): { cmi: Held } }>)[o]?.renderCMIToJSONObject().cmi as Held,
        object,
      ),
    title: () => course.locator('.part:not([hidden]) > h2').innerText(),
    next: () => next(course),
    hasCheck: () => course.locator('.part:not([hidden]) form.check').count(),
    answer: (right: boolean) => answer(course, right),
  }
}

/** Goes on to the next part; false where there is none. */
export const next = (course: Frame): Promise<boolean> =>
  course.evaluate(
    () =>
      new Promise((resolve) => {
        const link = document.querySelector<HTMLElement>('.part:not([hidden]) .onward a:not(.quiet)')
        if (!link) return resolve(false)
        window.addEventListener('hashchange', () => resolve(true), { once: true })
        link.click()
      }),
  )

/** Answers all questions of the part, rightly or wrongly. What is said then. */
export const answer = (course: Frame, right: boolean): Promise<string> =>
  course.evaluate((wantsRight) => {
    const form = document.querySelector<HTMLFormElement>('.part:not([hidden]) form.check')
    for (const question of form?.querySelectorAll<HTMLFieldSetElement>('fieldset') ?? [])
      [...question.querySelectorAll('input')].find(({ value }) => (value === question.dataset.right) === wantsRight)?.click()
    form?.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
    return form?.querySelector<HTMLElement>('.result')?.innerText ?? ''
  }, right)

/** Reads every part, and answers all questions on the way. */
export const toTheEnd = async (who: ReturnType<typeof learner>, right: boolean): Promise<void> => {
  do if (await who.hasCheck()) await who.answer(right)
  while (await who.next())
}
