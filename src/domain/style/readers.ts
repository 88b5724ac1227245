import { z } from 'zod'

/**
 * Who reads a text. `victim`: someone who may be exploited. `public`: everyone else who comes by. `practitioner`: whoever has to do with the
 * NRM at work. `training`: whoever leads, takes or keeps a course. `staff`: whoever looks after a pack or runs the site, by guides and the
 * command line.
 */
export const readers = ['victim', 'public', 'practitioner', 'training', 'staff'] as const
export type Readers = (typeof readers)[number]

/** For whom a turn of phrase is wrong. */
export const forWhom = z.enum(['all', 'site', 'public', 'victim', 'practitioner', 'training'])

/** `public` is for victims too: they read all public pages. `site` is everything but what staff read, where a file has to be named. */
const meets: Record<z.infer<typeof forWhom>, readonly Readers[]> = {
  all: readers,
  site: ['victim', 'public', 'practitioner', 'training'],
  public: ['victim', 'public'],
  victim: ['victim'],
  practitioner: ['practitioner'],
  training: ['training'],
}

export const isFor = (whom: z.infer<typeof forWhom>, reader: Readers): boolean => meets[whom].includes(reader)
