import type { Pack } from '../../content/pack.ts'
import type { Edition, KindName, Output } from './output.ts'

/** What a maker is given besides the data of its output. */
export type Tools = {
  /** Font files of the families that are printed in, regular and bold, as TrueType; Atkinson Hyperlegible Next first. */
  fonts: readonly Uint8Array[]
  /** A script for a browser, built: its text. */
  script(name: ScriptName): string
}

/** Scripts that a maker puts into what it makes. Each is an entry of tools/press.ts. */
export type ScriptName = 'elearning'

/** Draws one output. The same output gives the same bytes, in any process. Rejects with a PressFault where the data cannot be drawn. */
export type Make<Data> = (output: Output<Data>, tools: Tools) => Promise<Uint8Array>

/**
 * A kind of output: what there is of it in a pack, and who draws it. `maker` is loaded in a worker alone, so that nobody else
 * holds what it draws with.
 */
export type Kind<Data = unknown> = {
  name: KindName
  outputs(pack: Pack, edition: Edition): readonly Output<Data>[]
  maker(): Promise<{ make: Make<Data> }>
}

/** What is wrong with an output, as data: a worker hands it over. */
export type Fault = {
  /** Id of the output. */
  output: string
  why: string
  /** The text of the pack that it is about, as it is printed: its place is looked up (content/source-location.ts). Null where it is about none. */
  about: string | null
  /** The letter in that text. */
  letter: string | null
  /** What to do about it. */
  instead: string | null
}

/** Says which output cannot be drawn, why, and because of which text. */
export class PressFault extends Error {
  readonly fault: Fault
  constructor(output: string, why: string, more: Partial<Omit<Fault, 'output' | 'why'>> = {}) {
    super(`${output}: ${why}`)
    this.fault = { about: null, letter: null, instead: null, ...more, output, why }
  }
}
