import type { Resources } from '../../web/resources/resources.ts'

/** Makes what is not made yet, one file after the other, so that pages can say how large each is. What cannot be made is told. */
export const warm = async ({ learn, sizeOf, ensure }: Resources, now: Temporal.Instant, isOver: () => boolean): Promise<void> => {
  try {
    for (const offer of await learn(now)) {
      if (isOver()) return
      if (sizeOf(offer) !== null) continue
      await ensure(offer).catch((error: unknown) => {
        if (!isOver()) console.error(`${offer.file} could not be made: ${error instanceof Error ? error.message : error}`)
      })
    }
  } catch (error) {
    if (!isOver()) console.error(`Files to hand out could not be listed: ${error instanceof Error ? error.message : error}`)
  }
}
