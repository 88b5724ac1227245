import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = fileURLToPath(new URL('personas/', import.meta.url))

/** Someone in front of the pathway: what they answer, what they must be told, in order, what they must not, and which lines are open. */
const personaSchema = z.strictObject({
  who: z.string().min(1),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  actions: z.array(z.string()).min(1),
  /** What would harm here: named where a case was found to come out wrong, or easily could. */
  forbidden: z.array(z.string()).min(1).optional(),
  at: z.string(),
  open: z.array(z.string()),
})
export type Persona = z.infer<typeof personaSchema> & { name: string }

/** Expected actions follow the rules of the law as a separate reading of them gives it, not what the engine says. */
export const personas: readonly Persona[] = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => ({ name: file.replace('.yaml', ''), ...personaSchema.parse(parse(readFileSync(folder + file, 'utf8'))) }))
