import { z } from 'zod'
import { fact, id } from './fact.ts'

/**
 * A page in Easy Read: one idea a line, a drawing beside each, hard words explained. The rules of the genre are those of
 * the UK government's guidance on accessible communication formats (gov.uk, "Easy read and Makaton", read in a copy of June 2020).
 */
export const easyPageSchema = z.strictObject({
  /** Id of the page of which this is the easy one; its address is that page's with `/easy-read`. */
  id,
  title: z.string().min(1),
  /** In the browser's title and history: true but harmless. */
  history_title: z.string().min(1),
  description: z.string().min(1),
  lead: z.string().min(1),
  parts: z
    .array(
      z.strictObject({
        id,
        title: z.string().min(1),
        lines: z
          .array(
            z.strictObject({
              drawing: id,
              /** Markdown on one line. */
              text: z.string().min(1),
              /** A service whose number stands under the line. */
              ring: id.optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  words: z.array(z.strictObject({ word: z.string().min(1), means: z.string().min(1) })).min(1),
  ...fact,
})
export type EasyPage = z.infer<typeof easyPageSchema>
