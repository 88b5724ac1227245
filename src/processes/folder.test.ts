import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTarget, refusal } from './folder.ts'
import { outRefusal } from './out-folder.ts'

const work = mkdtempSync(join(tmpdir(), 'waymark-folder-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const build = (out: string, files: Record<string, string>): void => {
  const target = openTarget(out)
  for (const [name, text] of Object.entries(files)) target.write(name, Buffer.from(text))
  target.finish({ pack: 'x' })
}
const put = (file: string, text = 'mine'): void => {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}

test('a build takes its own old files away, and keeps what the host put there', () => {
  const out = join(work, 'site')
  build(out, { 'index.html': 'first', 'old/page.html': 'first' })
  put(join(out, 'CNAME'))
  put(join(out, '.well-known/acme/token'))
  put(join(out, 'old/host.txt'))
  symlinkSync('CNAME', join(out, 'link'))
  build(out, { 'index.html': 'second', 'new.html': 'second' })
  const names = readdirSync(out, { recursive: true }).filter((name) => /[.N]|link/.test(String(name)))
  expect(names.sort()).toEqual(
    [
      '.waymark-build',
      '.well-known',
      '.well-known/acme',
      '.well-known/acme/token',
      'CNAME',
      'index.html',
      'link',
      'new.html',
      'old/host.txt',
    ].sort(),
  )
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('second')
  build(out, { CNAME: 'ours' })
  expect(readFileSync(join(out, 'CNAME'), 'utf8')).toBe('ours')
  expect(existsSync(join(out, '.well-known/acme/token'))).toBe(true)
  expect(readdirSync(work)).toEqual(['site'])
})

test('neither command writes over the program, a pack or the root of the disk, also by way of a link', () => {
  const programme = join(work, 'waymark')
  const content = join(programme, 'content')
  for (const name of ['content/a-county', 'src', 'site']) mkdirSync(join(programme, name), { recursive: true })
  symlinkSync(content, join(work, 'to-content'))
  symlinkSync(join(work, 'nowhere'), join(work, 'dangling'))
  const refused = [
    '/',
    work,
    programme,
    content,
    `${content}/a-county`,
    `${programme}/src/new/out`,
    `${work}/to-content/new`,
    `${work}/dangling`,
  ]
  for (const out of refused) expect(outRefusal(out, content), out).toMatch(/^\S+ (?:has|is) .*\.$/)
  for (const out of [`${programme}/site`, `${programme}/..out`, join(work, 'new/deep')]) expect(outRefusal(out, content), out).toBeNull()
  expect(refusal('/')).toMatch(/has this program/)
})
