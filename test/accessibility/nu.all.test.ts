import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { countPages, everyPage } from '../support/every.ts'
import { writeNote } from '../support/record.ts'
import { startWorlds } from '../support/site.ts'
import { fetchView } from '../support/visit.ts'

const world = startWorlds()

/** The checker's file, where both it and Java are installed; else what is missing. */
const checker = (): { jar: string } | { missing: string } => {
  if (spawnSync('java', ['-version']).status !== 0) return { missing: 'there was no Java' }
  try {
    return { jar: String(createRequire(import.meta.url)('vnu-jar')) }
  } catch {
    return { missing: 'vnu-jar is not installed' }
  }
}

type Message = { type: string; subType?: string; url?: string; message: string; lastLine?: number; extract?: string }

/**
 * Remarks that are no faults: that slashes in `<br/>` have no effect, and that a fieldset has the role it is given anyway, which
 * govuk-frontend's date input writes (date-input/template.njk; our components render the same HTML).
 */
// The guess at a language knows few texts in Ethiopic script: what else is on those pages is English service names.
const harmless =
  /^(?:This document appears to be written in English but the “html” start tag has “lang="(?:am|ti)"”|Trailing slash on void elements|The “group” role is unnecessary for element “fieldset”)/

/** Errors and warnings of the Nu checker. */
const faultsIn = (jar: string, pages: ReadonlyMap<string, string>): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-nu-'))
  const names = new Map([...pages.keys()].map((name, index) => [`${index}.html`, name]))
  for (const [file, name] of names) writeFileSync(join(folder, file), pages.get(name) ?? '')
  const run = spawnSync('java', ['-Xss1m', '-jar', jar, '--format', 'json', ...[...names.keys()].map((file) => join(folder, file))], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  rmSync(folder, { recursive: true })
  const { messages } = JSON.parse(run.stderr) as { messages: Message[] }
  return messages
    .filter((m) => !harmless.test(m.message))
    .map((m) => `${names.get(m.url?.split('/').at(-1) ?? '') ?? m.url}: ${m.subType ?? m.type}: ${m.message} ${m.extract ?? ''}`)
}

const found = checker()

if ('missing' in found) {
  test(`the Nu checker did not look: ${found.missing}`, () => {
    writeNote(inject('notes'), 'nu', { pages: 0, states: 0, violations: 0, unable: found.missing })
  })
} else {
  describe('the Nu checker finds nothing', () => {
    test('on any page', async () => {
      const pages = new Map<string, string>()
      const views = everyPage()
      for (const view of views) pages.set(view.name, (await fetchView((await world(view.world)).url, view.steps)).html)
      const faults = faultsIn(found.jar, pages)
      writeNote(inject('notes'), 'nu', { pages: countPages(views), states: views.length, violations: faults.length })
      expect(faults).toEqual([])
    }, 120_000)

    test('it would', () => {
      const faults = faultsIn(found.jar, new Map([['bad', '<!doctype html><html lang="en"><title>x</title><p><h1 foo="bar">x</h2>']]))
      expect(faults.join('\n')).toContain('bad: error: ')
    })
  })
}
