import type { Resources } from '../web/context/resources.ts'

/** Makes what is not made yet, one file after the other, so that pages can say how large each is. What cannot be made is told. Then what nobody needs any more is taken away. */
export const warm = async ({ learn, sizeOf, ensure, tidy }: Resources, now: Temporal.Instant, isOver: () => boolean): Promise<void> => {
  try {
    const offers = await learn(now)
    for (const offer of offers) {
      if (isOver()) return
      if (sizeOf(offer) !== null) continue
      await ensure(offer).catch((error: unknown) => {
        if (!isOver()) console.error(`${offer.file} could not be made: ${error instanceof Error ? error.message : error}`)
      })
    }
    tidy(offers)
  } catch (error) {
    if (!isOver()) console.error(`Files to hand out could not be listed: ${error instanceof Error ? error.message : error}`)
  }
}
