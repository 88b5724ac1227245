import type { Resources } from '../web/context/resources.ts'

/** Makes what is not made yet, one file after the other, so that pages can say how large each is. What cannot be made is told. Then what nobody needs any more is taken away. */
export const warm = async ({ learn, sizeOf, ensure, tidy }: Resources, now: Temporal.Instant, isOver: () => boolean): Promise<void> => {
  try {
    const entries = await learn(now)
    for (const entry of entries) {
      if (isOver()) return
      if (sizeOf(entry) !== null) continue
      await ensure(entry).catch((error: unknown) => {
        if (!isOver()) console.error(`${entry.file} could not be made: ${error instanceof Error ? error.message : error}`)
      })
    }
    tidy(entries)
  } catch (error) {
    if (!isOver()) console.error(`Files to hand out could not be listed: ${error instanceof Error ? error.message : error}`)
  }
}
