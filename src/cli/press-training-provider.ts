import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { Finding } from '../content/finding.ts'
import { show as shown } from '../content/findings.ts'
import { knownToAll } from '../content/known-numbers.ts'
import type { Pack } from '../content/pack.ts'
import { readBounded, readBoundedText } from '../content/read-bounded.ts'
import { schemaFindings } from '../content/schema-findings.ts'
import { visible } from '../content/visible.ts'
import { readYaml } from '../content/yaml-source.ts'
import {
  heaviestLogo,
  type Logo,
  type LogoFault,
  readTrainingProvider,
  type TrainingProvider,
} from '../domain/training-provider/training-provider.ts'
import { messagesIn } from '../format/messages.ts'
import { logoFault, trainingProviderFault } from '../format/training-provider-fault.ts'

/** `ORG.yaml`. A number without quotes loses its nought, so it is a text. `logo`: a file, seen from the folder of this one. */
const fileSchema = z.strictObject({ name: z.string(), lead: z.string(), number: z.string(), logo: z.string().min(1).optional() })

/** Reads a logo where it can do no harm: in a worker (pool.ts). */
type ReadLogo = (file: Uint8Array) => Promise<{ logo: Logo } | { fault: LogoFault }>

/** The training provider that a file tells of, or what is to be mended in it, with the line. */
export const trainingProviderIn = async (
  file: string,
  pack: Pack,
  readLogo: ReadLogo,
): Promise<{ provider: TrainingProvider } | { findings: Finding[] }> => {
  const fault = (line: number, found: string, instead: string): Finding => ({
    severity: 'error',
    rule: 'organisation',
    file,
    line,
    found,
    instead,
  })
  const opened = readBoundedText(file, mostProvider)
  if ('fault' in opened) return { findings: [fault(1, sentence(opened.fault), 'Check its name, its folder and what is in it.')] }
  const { source, findings } = readYaml(file, opened.text)
  if (findings.length) return { findings }
  const parsed = fileSchema.safeParse(source.data)
  if (!parsed.success) return { findings: schemaFindings(parsed.error.issues, source.data, source, source.line).map(quoted) }
  const { logo: place, ...entered } = parsed.data
  const t = messagesIn(pack.words)
  const read = readTrainingProvider(entered, knownToAll(pack))
  const faults =
    'faults' in read
      ? read.faults.map((one) =>
          fault(source.line([one.field]), `${one.field} is ${show(entered[one.field])}`, `${trainingProviderFault(t, pack, one)}.`),
        )
      : []
  const bytes = place === undefined ? null : readBounded(resolve(dirname(file), place), heaviestLogo)
  if (bytes && 'fault' in bytes)
    return {
      findings: [...faults, fault(source.line(['logo']), sentence(bytes.fault), 'Give the name of a picture file: PNG, JPEG or WebP.')],
    }
  const logo = bytes ? await readLogo(bytes.bytes) : { logo: null }
  if ('fault' in logo) faults.push(fault(source.line(['logo']), `logo is ${show(place)}`, `${logoFault(t, logo.fault)}.`))
  return 'provider' in read && 'logo' in logo ? { provider: { ...read.provider, logo: logo.logo } } : { findings: faults }
}

/** Four lines, and room for comments. */
const mostProvider = 100_000

const show = (text: unknown): string => visible(shown(text))

/** As part of a finding. */
const sentence = (text: string): string => text.replace(/\.$/, '')

const quoted = (finding: Finding): Finding =>
  finding.instead === 'Write a text.'
    ? { ...finding, instead: 'Put it in double quotes. Without them, a number loses the 0 at the start.' }
    : finding
