import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readBounded, readBoundedText } from './read-bounded.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-bounded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const faultOf = (file: string, most = 1000): string => {
  const read = readBounded(file, most)
  return 'fault' in read ? read.fault.replace(folder, '') : `${read.bytes.length} bytes`
}

test('a file is read whole up to its limit, and refused past it by name, size and limit', () => {
  writeFileSync(at('fits'), 'x'.repeat(1000))
  writeFileSync(at('over'), 'x'.repeat(1001))
  expect(faultOf(at('fits'))).toBe('1000 bytes')
  expect(faultOf(at('over'))).toBe('/over is too large: it is 1 KB, and the limit is 1 KB.')
  writeFileSync(at('sparse'), '')
  truncateSync(at('sparse'), 4_000_000_000)
  expect(faultOf(at('sparse'))).toBe('/sparse is too large: it is 4 GB, and the limit is 1 KB.')
})

test('what says that it is empty and is not is bounded as well', () => {
  expect(faultOf('/proc/self/maps')).toBe('/proc/self/maps is too large: it is more than 1 KB, and the limit is 1 KB.')
  expect(faultOf('/proc/self/maps', 10_000_000)).toMatch(/^\d+ bytes$/)
})

test('what is no file is refused and not waited for', () => {
  execFileSync('mkfifo', [at('pipe')])
  mkdirSync(at('folder'))
  symlinkSync('/dev/zero', at('link'))
  symlinkSync(at('circle'), at('circle'))
  expect(faultOf(at('pipe'))).toBe('/pipe is a pipe, not a file.')
  expect(faultOf(at('folder'))).toBe('/folder is a folder, not a file.')
  expect(faultOf(at('link'))).toBe('/link is a device, not a file.')
  expect(faultOf(at('circle'))).toBe('/circle cannot be read, because its links lead in a circle.')
  expect(faultOf(at('none'))).toBe('There is no file /none.')
  expect(faultOf(at('fits/below'))).toBe('There is no file /fits/below.')
})

test('whatever a name holds, the sentence stays in its line', () => {
  expect(faultOf('a\0b')).toBe('a?b cannot be read.')
  expect(faultOf('a\n\u001b[2Jb')).toBe('There is no file a??[2Jb.')
  expect(faultOf('x'.repeat(5000))).toMatch(/^x{300}… cannot be read\.$/)
})

test('a text of another encoding is refused', () => {
  writeFileSync(at('utf-16'), Buffer.from('\ufeffname: "x"', 'utf16le'))
  writeFileSync(at('utf-8'), '\ufeffname: "x"\r\n')
  expect(readBoundedText(at('utf-16'), 100)).toMatchObject({ is: 'not-text', fault: expect.stringContaining('Save it as UTF-8.') })
  expect(readBoundedText(at('utf-8'), 100)).toMatchObject({ text: '\ufeffname: "x"\r\n' })
})
