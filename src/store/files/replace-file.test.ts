import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newFileOf, replaceFile } from './replace-file.ts'

const root = mkdtempSync(join(tmpdir(), 'waymark-replace-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const place = (): string => join(root, String(folders++), 'keys', 'file')

test('of changes made at once none is lost, and folder and file are for their user alone', async () => {
  const file = place()
  const add = (line: number) =>
    replaceFile(file, () => `${statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : ''}${line} `)
  await Promise.all(Array.from({ length: 8 }, (_, i) => add(i)))
  expect(readFileSync(file, 'utf8').trim().split(' ').sort()).toEqual([...'01234567'])
  expect([statSync(file).mode & 0o777, statSync(join(file, '..')).mode & 0o777]).toEqual([0o600, 0o700])
  expect(readdirSync(join(file, '..'))).toEqual(['file'])
})

test.each(['ENOSPC', 'EIO'])('on %s the file is as it was, and nothing half-written is left', async (code) => {
  const file = place()
  await replaceFile(file, () => 'before')
  const write = async (handle: { writeFile(text: string): Promise<void> }) => {
    await handle.writeFile('hal')
    throw Object.assign(new Error(code), { code })
  }
  await expect(replaceFile(file, () => 'half', { write })).rejects.toThrow(code)
  expect([readFileSync(file, 'utf8'), readdirSync(join(file, '..'))]).toEqual(['before', ['file']])
})

test('a process that was killed between writing and renaming leaves the file as it was, and stops nobody for long', async () => {
  const file = place()
  await replaceFile(file, () => 'before')
  writeFileSync(newFileOf(file), 'after, but nobody said so')
  await replaceFile(file, () => `${readFileSync(file, 'utf8')} and more`, { patience: 100 })
  expect([readFileSync(file, 'utf8'), readdirSync(join(file, '..'))]).toEqual(['before and more', ['file']])
})

test('a process that was stopped while it wrote does not put the half of another in place: it begins again', async () => {
  const file = place()
  mkdirSync(join(file, '..'), { recursive: true })
  let turn = 0
  await replaceFile(
    file,
    () => {
      if (turn++ === 0) {
        rmSync(newFileOf(file))
        writeFileSync(newFileOf(file), 'the half of ano')
      }
      return `mine, at turn ${turn}`
    },
    { patience: 100 },
  )
  expect(readFileSync(file, 'utf8')).toBe('mine, at turn 2')
})
