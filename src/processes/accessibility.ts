import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { AccessibilityResult } from '../web/context/types.ts'

const result = z.strictObject({
  date: z.iso.date(),
  pages: z.number().int(),
  states: z.number().int(),
  violations: z.number().int(),
  checks: z.array(z.strictObject({ name: z.string(), result: z.string() })),
})

/** The figures of the accessibility statement, as the last `npm run test:all` wrote them; null where none did. */
export const readAccessibility = (file: string): AccessibilityResult | null =>
  existsSync(file) ? result.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
