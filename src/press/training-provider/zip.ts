import type { Pack } from '../../content/pack.ts'
import type { TrainingProvider } from '../../domain/training-provider/organisation.ts'
import { outputsOf } from '../catalogue/kinds.ts'
import type { Edition, Output } from '../shared/output.ts'
import { type Entry, zip } from '../shared/zip.ts'
import { readmeFile, readmeOf } from './readme.ts'

/** The course of an organisation as one file, what says what is what first. The same entries give the same bytes. Rejects as `draw` does. */
export const ownZip = async (
  pack: Pack,
  organisation: TrainingProvider,
  edition: Edition,
  draw: (output: Output) => Promise<Uint8Array>,
): Promise<Uint8Array> => {
  const outputs = outputsOf(pack, { ...edition, organisation })
  const files: Entry[] = [[readmeFile, readmeOf(pack, organisation, outputs)]]
  for (const output of outputs) files.push([output.file, await draw(output)])
  return zip(
    files,
    outputs.reduce((latest, { date }) => (date > latest ? date : latest), pack.course.checked),
  )
}
