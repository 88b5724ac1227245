import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { withPageBoxes } from './page-boxes.ts'

test('a page says where it is cut and how far its ground goes, and is otherwise what it was', async () => {
  const plain = NodeCompiler.create().pdf({ mainFileContent: '#set page(width: 230mm, height: 317mm)\nHere' }, {})
  const cut = withPageBoxes(plain, { around: 10, bleed: 3 })
  const said = Buffer.from(cut).toString('latin1')
  // 10 mm are 28.3465 points, 7 mm 19.8425; the page is 651.9685 x 898.5827.
  expect(said).toContain('/TrimBox [28.3465 28.3465 623.622 870.2362]')
  expect(said).toContain('/BleedBox [19.8425 19.8425 632.126 878.7402]')
  const task = getDocument({ data: new Uint8Array(cut), verbosity: 0, stopAtErrors: true })
  const document = await task.promise
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toBe('Here')
  expect(page.view.map(Math.round)).toEqual([0, 0, 652, 899])
  await task.destroy()
})

test('a file of another make is refused', () => {
  expect(() => withPageBoxes(Buffer.from('%PDF-1.7'), { around: 10, bleed: 3 })).toThrow('another make')
})
