import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { flowTables } from '../../tools/flow-tables.ts'

test.each([...flowTables()])('docs/reference/%s is what the flow says today', (name, text) =>
  expect(readFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), 'utf8'), 'run: node tools/flow-tables.ts').toBe(text),
)
