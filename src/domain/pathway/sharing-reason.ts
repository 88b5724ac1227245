import { z } from 'zod'
import { fact, id, partialDate, sure, unknown } from '../fact.ts'

/** A reason for sharing information about an adult who has not agreed: who decides that it holds, and what else to know. */
export const sharingReasonSchema = z.strictObject({
  id,
  text: z.string().min(1),
  decides: z.string().min(1),
  note: z.string().min(1).optional(),
  ...fact,
  source_date: z.union([partialDate, unknown]),
  sure,
})
