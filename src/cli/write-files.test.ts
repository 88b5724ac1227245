import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeAll } from './write-files.ts'

const work = mkdtempSync(join(tmpdir(), 'waymark-write-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const files = [
  { file: 'a.pdf', content: Buffer.from('new a') },
  { file: 'b.pdf', content: Buffer.from('new b') },
]
const folderOf = (name: string): string => {
  const folder = join(work, name)
  mkdirSync(folder)
  return folder
}
/** A number that no process has. */
const ended = 2 ** 22 + 1

test('nothing is taken away that another put there, whatever its name', () => {
  const out = folderOf('theirs')
  for (const name of ['.unfinished-drafts', `.unfinished-${ended}`, `.unfinished-${ended}-abcdef`]) {
    mkdirSync(join(out, name))
    writeFileSync(join(out, name, 'letter.txt'), 'mine')
  }
  symlinkSync(join(out, '.unfinished-drafts'), join(out, `.unfinished-${ended}-fedcba`))
  const before = readdirSync(out, { recursive: true }).length
  writeAll(out, files)
  expect(readdirSync(out, { recursive: true })).toHaveLength(before + 2)
  expect(readFileSync(join(out, 'a.pdf'), 'utf8')).toBe('new a')
})

test('what a run that was killed has left is cleared away; what another laid beside it stays', () => {
  const out = folderOf('killed')
  const left = join(out, `.unfinished-${ended}-abcdef`)
  const mixed = join(out, `.unfinished-${ended}-ghijkl`)
  for (const folder of [left, mixed]) {
    mkdirSync(folder)
    writeFileSync(join(folder, '.waymark-press'), JSON.stringify(['a.pdf', '../kept.txt']))
    writeFileSync(join(folder, 'a.pdf'), 'half')
  }
  writeFileSync(join(out, 'kept.txt'), 'mine')
  writeFileSync(join(mixed, 'letter.txt'), 'mine')
  writeAll(out, [])
  expect(readdirSync(out).sort()).toEqual([`.unfinished-${ended}-ghijkl`, 'kept.txt'])
  expect(readdirSync(mixed)).toEqual(['letter.txt'])
})

test('where a folder has one of the names, the others are as they were', () => {
  const out = folderOf('in-the-way')
  mkdirSync(join(out, 'b.pdf'))
  writeFileSync(join(out, 'a.pdf'), 'old a')
  expect(() => writeAll(out, files)).toThrow('b.pdf is a folder.')
  expect(readFileSync(join(out, 'a.pdf'), 'utf8')).toBe('old a')
  expect(readdirSync(out).sort()).toEqual(['a.pdf', 'b.pdf'])
})
