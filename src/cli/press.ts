import { join } from 'node:path'
import { readBounded } from '../content/read-bounded.ts'
import { cobrandedKinds, outputsOf } from '../press/catalogue/kinds.ts'
import { openRenderer } from '../press/run/renderer.ts'
import { PressFault } from '../press/shared/kind.ts'
import { kindNames, type Output } from '../press/shared/output.ts'
import { readmeFile, readmeOf } from '../press/training-provider/readme.ts'
import { readEnvironment } from '../processes/environment.ts'
import { outRefusal } from '../processes/out-folder.ts'
import { contentFolder } from '../processes/paths.ts'
import { printFindings } from '../processes/print.ts'
import { packNamed } from '../processes/read-pack.ts'
import { trainingProviderIn } from './press-training-provider.ts'
import { writeAll } from './write-files.ts'

type Options = { out: string; only?: string; for?: string; json: boolean }
/** What became of a file: `kept` where it was there already, byte for byte. */
type Done = { file: string; id: string; bytes: number; state: 'made' | 'from-cache' | 'kept' }

/**
 * Prints a pack into a folder; with `for`, the course of the training provider that this file tells of. Exit code 0; 1 where the pack or the file is not whole, an output cannot be drawn or a file not be written; 2 for
 * wrong use. Files are written when all of them are made: a fault leaves the folder as it was.
 */
export const press = async (options: Options, env: NodeJS.ProcessEnv): Promise<number> => {
  const environment = readEnvironment(env)
  if ('faults' in environment) {
    for (const fault of environment.faults) console.error(fault)
    return 2
  }
  const { settings } = environment
  const only = options.only?.split(',').map((name) => name.trim())
  const known: readonly string[] = options.for === undefined ? kindNames : cobrandedKinds.map(({ name }) => name)
  const strange = only?.filter((name) => !known.includes(name)) ?? []
  if (strange.length) {
    console.error(`--only ${strange.join(',')}: write ${known.join(', ')}.`)
    return 2
  }
  const refusal = outRefusal(options.out)
  if (refusal) {
    console.error(refusal)
    return 2
  }
  const pack = await packNamed(settings.WAYMARK_PACK)
  if (!pack) return 1
  const origin = settings.WAYMARK_ORIGIN?.replace(/\/$/, '') ?? `http://localhost:${settings.PORT}`
  if (!settings.WAYMARK_ORIGIN)
    console.error(
      `WAYMARK_ORIGIN is not set, so these files use the address ${origin}. Set it to the site's public address before you print anything.`,
    )
  const renderer = openRenderer(join(settings.WAYMARK_DATA, 'press'))
  try {
    const given = options.for === undefined ? null : await trainingProviderIn(options.for, pack, renderer.readLogo)
    if (given && 'findings' in given) {
      printFindings(given.findings, console.error)
      return 1
    }
    const edition = { now: Temporal.Now.instant(), origin, ...given }
    const outputs = outputsOf(pack, edition, (kind) => !only || only.includes(kind))
    const tell = options.json ? () => {} : progress(outputs.length)
    const tried = await Promise.allSettled(
      longestFirst(outputs).map(async (output) => {
        const result = await renderer.make(output)
        tell(output)
        return { output, ...result }
      }),
    )
    const faults = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    if (faults.length) return await refused(faults, outputs, pack.id, options.for)
    const made = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const done = made.map(({ output: { id, file }, bytes, made }): Done & { content: Uint8Array } => {
      const same = isThere(join(options.out, file), bytes)
      return { file, id, bytes: bytes.length, state: same ? 'kept' : made ? 'made' : 'from-cache', content: bytes }
    })
    const readme = given && Buffer.from(readmeOf(pack, given.provider, outputs))
    writeAll(options.out, [
      ...done.filter(({ state }) => state !== 'kept'),
      ...(readme && !isThere(join(options.out, readmeFile), readme) ? [{ file: readmeFile, content: readme }] : []),
    ])
    report(
      options,
      done.map(({ content, ...one }) => one),
    )
    return 0
  } catch (error) {
    if (error instanceof PressFault) return await refused([error], [], pack.id, options.for)
    console.error(`\nNo files were written: ${error instanceof Error ? error.message : error}`)
    return 1
  } finally {
    await renderer.close()
  }
}

/** What takes longest to make is begun first, so that the last worker does not end long after the others. */
const longestFirst = (outputs: readonly Output[]): Output[] =>
  outputs.toSorted((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format))
const formats: readonly Output['format'][] = ['zip', 'pptx', 'docx', 'pdf']

/** Says what cannot be printed, at its file and line. */
const refused = async (faults: readonly unknown[], outputs: readonly Output[], packId: string, providerFile?: string): Promise<number> => {
  // Not loaded where all is well: it brings the YAML reader along.
  const { readFiles } = await import('../content/files.ts')
  const { pressFindings } = await import('./press-faults.ts')
  printFindings(pressFindings(faults, outputs, readFiles(contentFolder, packId), providerFile ?? packId), console.error)
  console.error('No files were written.')
  return 1
}

/** Byte for byte; a file that is longer is not read. */
const isThere = (file: string, bytes: Uint8Array): boolean => {
  const read = readBounded(file, bytes.length)
  return 'bytes' in read && read.bytes.equals(bytes)
}

const report = ({ out, json }: Options, done: readonly Done[]): void => {
  if (json) {
    console.log(JSON.stringify({ out, files: done }))
    return
  }
  const count = (state: Done['state']) => done.filter((one) => one.state === state).length
  const bytes = done.reduce((sum, one) => sum + one.bytes, 0)
  console.log(
    `${out}: ${done.length} files, ${(bytes / 1e6).toFixed(1)} MB. New: ${count('made')}. From the cache: ${count('from-cache')}. Unchanged: ${count('kept')}.`,
  )
}

/** One line that counts on a terminal; elsewhere a line a file. */
const progress = (all: number): ((output: Output) => void) => {
  let count = 0
  return ({ file }) => {
    count += 1
    if (!process.stderr.isTTY) process.stderr.write(`${count}/${all} ${file}\n`)
    else process.stderr.write(`\r\u001b[K${count === all ? '' : `${count} of ${all}  ${file}`}`)
  }
}
