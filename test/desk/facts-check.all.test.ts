import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkPack } from '../../src/content/check/index.ts'
import { exportOf } from '../../src/content/export/export.ts'
import { loadPack } from '../../src/content/load.ts'
import { contentFolder, realPack } from '../support/real-pack.ts'

const check = {
  checkedOn: '2026-11-30',
  way: 'telephone',
  asked: 'the duty manager',
  said: 'All as before.',
  by: 'Watford Borough Council',
} as const

test('an export gives a pack that `waymark check` finds nothing in, by git apply', () => {
  const facts = realPack().facts.filter(({ list, id }) =>
    ['services/beacon', 'services/police-101', 'partners/watford', 'clocks/first-decision-aim', 'pages/home', 'figures/nrm-2016'].includes(
      `${list}/${id}`,
    ),
  )
  expect(facts).toHaveLength(6)
  const { patch, files } = exportOf(
    facts.map((fact) => ({
      fact,
      others: [],
      checks: [{ ...check, by: 'Watford Borough Council', holds: fact.id === 'watford' ? 'no' : 'yes' }],
    })),
    (path) => readFileSync(join(contentFolder, path), 'utf8'),
  )
  const folder = mkdtempSync(join(tmpdir(), 'waymark-facts-'))
  try {
    cpSync(contentFolder, folder, { recursive: true })
    writeFileSync(join(folder, 'facts.patch'), patch)
    execFileSync('git', ['apply', 'facts.patch'], { cwd: folder, env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() } })
    rmSync(join(folder, 'facts.patch'))
    const patched = loadPack(folder, 'hertfordshire')
    const found = checkPack(patched, { today: Temporal.PlainDate.from('2026-11-30'), addresses: new Set(), others: [] })
    const changed = new Set(files.map(({ path }) => path))
    // Which addresses there are is not asked here.
    expect(found.filter(({ file, rule }) => rule !== 'link' && changed.has(file))).toEqual([])
    expect(found.filter(({ severity, rule }) => rule !== 'link' && severity === 'error')).toEqual([])
    expect(
      patched.pack?.facts
        .filter(({ list, id, checked }) => checked === '2026-11-30' && facts.some((one) => one.list === list && one.id === id))
        .map(({ id }) => id),
    ).toHaveLength(5)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
