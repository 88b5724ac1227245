import { afterAll, describe, expect, inject, test } from 'vitest'
import { countPages, everyView } from '../support/every.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { writeNote } from '../support/record.ts'
import { startWorlds } from '../support/site.ts'
import { fetchView } from '../support/visit.ts'

const world = startWorlds()
const views = everyView()
const found = { pages: countPages(views), states: views.length, violations: 0 }

describe('the HTML is valid', () => {
  test.for(views)('$name', async (view, { expect }) => {
    const { status, html } = await fetchView((await world(view.world)).url, view.steps)
    expect(status).toBe(view.status)
    const faults = await htmlFaults(html)
    found.violations += faults.length
    expect(faults).toEqual([])
  })

  test('a fault would be noticed', async () => {
    const { html } = await fetchView((await world('evening')).url, [{ get: '/' }])
    const faults = await htmlFaults(html.replace('<main', '<p><div></div><main').replace('lang="en"', ''))
    expect(faults.map((f) => f.split(' ')[1])).toEqual(expect.arrayContaining(['element-required-attributes:', 'no-implicit-close:']))
  })
})

afterAll(() => writeNote(inject('notes'), 'html', found))
