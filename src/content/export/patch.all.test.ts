import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { loadPack } from '../load.ts'
import { applied, type Edit } from './edit.ts'
import { exportOf } from './export.ts'
import { patchOf } from './patch.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-patch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const git = (at: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: at, stdio: 'pipe', env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() } })

const put = (at: string, path: string, text: string): void => {
  mkdirSync(dirname(join(at, path)), { recursive: true })
  writeFileSync(join(at, path), text)
}

test('git takes the patch of any edits of any file, and makes of it byte for byte what the edits make', { timeout: 30_000 }, () => {
  const line = fc.constantFrom('', 'a', 'b: c', '  - d', '-- e', '@@ -1 +1 @@', '\\ No newline', 'ü “x”')
  const files = fc.record({
    lines: fc.array(line, { maxLength: 40 }),
    eol: fc.constantFrom('\n', '\r\n'),
    last: fc.boolean(),
    places: fc.array(fc.record({ at: fc.nat(400), long: fc.nat(6), text: fc.constantFrom('X', 'new\n', 'new\r\n', 'a\nb\n', '') }), {
      maxLength: 5,
    }),
  })
  let many = 0
  fc.assert(
    fc.property(fc.array(files, { minLength: 12, maxLength: 12 }), (all) => {
      // Several files a call: starting git costs more than the patch.
      many += 1
      let patch = ''
      const wanted = all.map(({ lines, eol, last, places }, index) => {
        const text = lines.join(eol) + (last && lines.length ? eol : '')
        const edits: Edit[] = []
        for (const { at, long, text: fresh } of places.toSorted((a, b) => a.at - b.at)) {
          const from = Math.max(Math.min(at, text.length), edits.at(-1)?.to ?? 0)
          const edit = { from, to: Math.min(from + long, text.length), text: fresh }
          if (edit.text !== text.slice(edit.from, edit.to) && (edits.at(-1)?.to ?? -1) < from) edits.push(edit)
        }
        const path = `${many}-${index}.yaml`
        const fresh = applied(text, edits)
        // An empty file is one that is not there, to git.
        if (!text || !fresh || text === fresh) return null
        put(folder, path, text)
        patch += patchOf(path, text, edits)
        return { path, fresh }
      })
      if (!patch) return
      put(folder, 'all.patch', patch)
      git(folder, 'apply', '--whitespace=nowarn', 'all.patch')
      for (const one of wanted) if (one) expect(readFileSync(join(folder, one.path), 'utf8')).toBe(one.fresh)
    }),
    { numRuns: 12 },
  )
})

test('of the real pack: in a folder of its own, and in the content folder of a repository', () => {
  const content = fileURLToPath(new URL('../../../content', import.meta.url))
  const { pack } = loadPack(content, 'hertfordshire')
  const check = {
    checkedOn: '2026-12-03',
    way: 'telephone',
    asked: 'the manager',
    said: '"No" --- \\ \u202e: closed',
    by: 'Watford',
  } as const
  const facts =
    pack?.facts.map((fact, index) => ({
      fact,
      checks: [{ ...check, holds: index % 3 ? ('yes' as const) : ('no' as const) }],
      others: [],
    })) ?? []
  const { files, patch } = exportOf(facts, (file) => readFileSync(join(content, file), 'utf8'))
  const alone = join(folder, 'alone')
  const repository = join(folder, 'repository')
  cpSync(content, alone, { recursive: true })
  cpSync(content, join(repository, 'content'), { recursive: true })
  git(repository, 'init', '-q')
  put(folder, 'pack.patch', patch)
  for (const at of [alone, join(repository, 'content')]) {
    git(at, 'apply', join(folder, 'pack.patch'))
    for (const { path, text } of files) expect(readFileSync(join(at, path), 'utf8') === text, path).toBe(true)
  }
  expect(files.length).toBeGreaterThan(40)
})
