import type { Pack } from '../../content/pack.ts'
import type { TrainingProvider } from '../../domain/training-provider/training-provider.ts'
import { outputsOf } from '../catalogue/kinds.ts'
import type { Edition, Output } from '../shared/output.ts'
import { type Entry, zip } from '../shared/zip.ts'
import { readmeFile, readmeOf } from './readme.ts'

/** The course of a training provider as one file, what says what is what first. The same entries give the same bytes. Rejects as `draw` does. */
export const cobrandedZip = async (
  pack: Pack,
  provider: TrainingProvider,
  edition: Edition,
  draw: (output: Output) => Promise<Uint8Array>,
): Promise<Uint8Array> => {
  const outputs = outputsOf(pack, { ...edition, provider })
  const files: Entry[] = [[readmeFile, readmeOf(pack, provider, outputs)]]
  for (const output of outputs) files.push([output.file, await draw(output)])
  return zip(
    files,
    outputs.reduce((latest, { date }) => (date > latest ? date : latest), pack.course.checked),
  )
}
