import type { Figure } from '../domain/figures.ts'
import type { Place } from '../domain/services/serves.ts'
import type { Service } from '../domain/services/service.ts'
import type { Layers } from './collection.ts'
import type { PackFiles } from './files.ts'
import { refsOf } from './serving.ts'
import { expandSource, type Refs } from './text-references.ts'

/** A file in its layers, by its name within a layer. */
export type FileLayers = (file: string) => Layers

/** Files as they are written. One of which a layer has a fault of shape counts as broken. */
export const plainLayers =
  (files: PackFiles, faulty: ReadonlySet<string>): FileLayers =>
  (file) => {
    const { sources, broken } = files.yaml(file)
    return { sources, broken: broken || faulty.has(file) }
  }

/** What `{phone:…}` and `{figure:…}` stand for, by locale. */
export type RefsIn = (locale: string) => Refs
export const refsFrom =
  (services: readonly Service[], figures: readonly Figure[], places: readonly Place[]): RefsIn =>
  (locale) =>
    refsOf(services, figures, places, locale)

/** Files with their references filled in, in the language that the file's folder names. Each is made once. */
export const printedLayers = (plain: FileLayers, refsIn: RefsIn): FileLayers => {
  const made = new Map<string, Layers>()
  const english = refsIn('en-GB')
  return (file) => {
    const known = made.get(file)
    if (known) return known
    const { sources, broken } = plain(file)
    const language = /^words\/([a-z-]+)\//.exec(file)?.[1] ?? 'en'
    const refs = language === 'en' ? english : refsIn(language)
    const layers = { sources: sources.map((source) => expandSource(source, refs)), broken }
    made.set(file, layers)
    return layers
  }
}
