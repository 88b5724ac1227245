import { perform } from '../../../commands/command.ts'
import { drawUp } from '../../../commands/register/release/draw-up.ts'
import { readCounted } from '../../../commands/register/release/read-counted.ts'
import { releaseFigures } from '../../../commands/register/release/release-figures.ts'
import { type Stage, sure } from '../stage/stage.ts'

/** Figures of the last two quarters, each released after it was over: the second beside the first. */
export const releaseTwice = async ({ parts, who }: Stage): Promise<void> => {
  const { signIn } = who('Daniel Whitcombe')
  for (const months of [3, 0]) {
    const then = { ...parts, now: () => parts.now().toZonedDateTimeISO('UTC').subtract({ months }).toInstant() }
    const counted = sure(await perform(then, signIn, readCounted, {}), readCounted.verb)
    if (!counted) continue
    const { figures } = await drawUp(parts, counted)
    sure(await perform(then, signIn, releaseFigures, { hash: counted.hash, figures }), releaseFigures.verb)
  }
}
