import { writeFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { outputsOf } from '../../src/press/catalogue/kinds.ts'
import type { GuideData } from '../../src/press/kinds/guide/data.ts'
import { eventFiles, eventSheet } from '../../src/press/run/worker.ts'
import { readPdf } from '../support/pdf.ts'
import { readDeck } from '../support/pptx.ts'
import { realPack } from '../support/real-pack.ts'

/* What a training event is given: slides and guide of its tier with its own code, and a sheet whose rows ask what the phone asks. */

const pack = realPack()
const event = {
  ...{ code: 'HK7Q3M', word: 'ABC', tierId: 'everyone', tier: 'Tier 1', when: 'Thursday 3 December 2026, 10am to 11:30am' },
  ...{ place: 'Council offices, Watford', capacity: 20, closes: '11:30am on Saturday 5 December' },
  ...{ address: 'https://waymark.example.org/in?e=HK7Q3M', site: 'waymark.example.org' },
}
const task = { pack, origin: 'https://waymark.example.org', now: '2026-11-30T10:00:00Z', event }

test('the sheet has the code, the word and room for each answer, and is read aloud as a table', async () => {
  const bytes = await eventSheet(task)
  if (process.env.EVENT_FILES_OUT) writeFileSync(`${process.env.EVENT_FILES_OUT}/sheet.pdf`, bytes)
  const { pages, text, marked } = await readPdf(bytes)
  // Thirteen rows a page, and room for twenty.
  expect([pages.length, marked]).toEqual([2, true])
  for (const words of [
    'HK7Q3M',
    'ABC',
    'Where you work or volunteer',
    'Work email',
    pack.roleGroups[0]?.name ?? '',
    'waymark.example.org/in',
  ])
    expect(text.replaceAll('\u00ad', '').replace(/\s+/g, ' ')).toContain(words)
})

test('the slides of an event show its code after the title and what people thought last, and leave the word to its trainer', async () => {
  const files = unzipSync(await eventFiles(task))
  expect(Object.keys(files)).toEqual(['training-everyone.pptx', 'guide-everyone.pdf', 'attendance-sheet-HK7Q3M.pdf'])
  if (process.env.EVENT_FILES_OUT) writeFileSync(`${process.env.EVENT_FILES_OUT}/deck.pptx`, files['training-everyone.pptx'] ?? '')
  const { slides } = readDeck(files['training-everyone.pptx'] ?? new Uint8Array())
  const words = slides.map((slide) => JSON.stringify(slide))
  expect(words.flatMap((slide, n) => (slide.includes('HK7Q3M') ? [n] : []))).toEqual([1, slides.length - 1])
  expect(words[1]).toContain('https://waymark.example.org/in?e=HK7Q3M')
  expect(words.at(-1)).toContain('https://waymark.example.org/in/feedback?e=HK7Q3M')
  expect(words.at(-1)).toContain('Your certificate comes by email')
  expect([1, slides.length - 1].filter((n) => /\bABC\b/.test(words[n]?.replace(/notes.*/, '') ?? ''))).toEqual([])
  // Its guide counts the same slides, and has no sheet of names of its own.
  const guide = outputsOf(pack, { ...task, now: Temporal.Instant.from(task.now) }, (kind) => kind === 'guide').find(
    ({ id }) => id === 'guide-everyone',
  )
  const { run, attendance, parts, prepare } = (guide as { data: GuideData }).data
  // The last is the event's own, which the guide names.
  expect(run.at(-1)?.slides).toMatch(new RegExp(`${slides.length - 1}$`))
  expect(prepare.join(' ')).toContain(`Slide ${slides.length}, the last`)
  // Most slides have their title on them; those of questions do not.
  for (const { title, at } of parts.flatMap((part) => part.slides).slice(1)) {
    const number = Number(/\d+/.exec(at)?.[0])
    const has = (slide?: string) => slide?.includes(JSON.stringify(title).slice(1, -1)) ?? false
    if (words.slice(2).some(has)) expect([title, has(words[number - 1])]).toEqual([title, true])
  }
  expect(attendance).toMatchObject({ event: [], columns: [], note: expect.stringContaining('attendance-sheet-HK7Q3M.pdf') })
  if (process.env.EVENT_FILES_OUT) writeFileSync(`${process.env.EVENT_FILES_OUT}/guide.pdf`, files['guide-everyone.pdf'] ?? '')
}, 60_000)
