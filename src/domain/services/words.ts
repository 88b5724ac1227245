import { z } from 'zod'

/** A service in words for the public. Facts (number, hours, cost) stay in services.yaml. */
export const serviceWordsSchema = z.strictObject({
  id: z.string(),
  /** As a heading; shorter and plainer than the official name where that helps. */
  name: z.string().min(1),
  /** The same in a word, for the line of numbers at the top of a page. */
  short: z.string().min(1).optional(),
  /** Who answers, what they ask, what happens. Two or three short sentences. */
  about: z.string().min(1),
  /** Answers to "Will they ask my name?", in a few words. */
  your_name: z.string().min(1).optional(),
  languages: z.string().min(1).optional(),
  /** What to say where the line is not confirmed. */
  unconfirmed: z.string().min(1).optional(),
})
export type ServiceWords = z.infer<typeof serviceWordsSchema>
/** Words as they are printed. Of a service for some places only, `name` holds these; `served` has both by themselves. */
export type PrintedServiceWords = ServiceWords & { served?: { name: string; places: string } }
