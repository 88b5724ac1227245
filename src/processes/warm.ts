import type { Resources } from '../web/context/resources.ts'
import { type Log, messageOf } from '../web/http/log.ts'

/** Makes what is not made yet, one file after the other, so that pages can say how large each is. What cannot be made is told. Then what nobody needs any more is taken away. */
export const warm = async (
  { learn, sizeOf, ensure, tidy }: Resources,
  now: Temporal.Instant,
  isOver: () => boolean,
  log: Log,
): Promise<void> => {
  try {
    const entries = await learn(now)
    for (const entry of entries) {
      if (isOver()) return
      if (sizeOf(entry) !== null) continue
      await ensure(entry).catch((err: unknown) => {
        if (!isOver()) log.error({ job: 'downloads', file: entry.file, why: messageOf(err), err }, 'A file to download could not be made.')
      })
    }
    tidy(entries)
  } catch (err) {
    if (!isOver()) log.error({ job: 'downloads', why: messageOf(err), err }, 'The files to download could not be listed.')
  }
}
