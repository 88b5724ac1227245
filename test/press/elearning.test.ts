import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { ElearningData } from '../../src/press/kinds/elearning/data.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { attribute, elementsOf } from '../support/html.ts'
import { outputsOfKind } from '../support/outputs.ts'
import { drawn, drawnAnew } from '../support/press.ts'
import { realPack } from '../support/real-pack.ts'

const pack = realPack()
const outputs = outputsOfKind(pack, 'elearning') as Output<ElearningData>[]
const filesOf = async (output: Output) => new Map(Object.entries(unzipSync(await drawn(output))))
const text = (files: Map<string, Uint8Array>, name: string): string => strFromU8(files.get(name) ?? new Uint8Array())

/** The schemas that a package holds, and one that brings together those that its manifest names: a manifest mixes their names. */
const schemasIn = (files: Map<string, Uint8Array>, manifest: string) => {
  const preload = [...files.keys()]
    .filter((name) => name.endsWith('.xsd'))
    // xmllint here has no way to the DTD of a schema that a package holds too.
    .map((fileName) => ({ fileName, contents: text(files, fileName).replace(/<!DOCTYPE[^>]*>/, '') }))
  const named = (/xsi:schemaLocation="([^"]+)"/.exec(manifest)?.[1] ?? '').split(/\s+/)
  const imports = named.flatMap((namespace, i) => (i % 2 ? [] : [`<xs:import namespace="${namespace}" schemaLocation="${named[i + 1]}"/>`]))
  const contents = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`
  return { schema: [{ fileName: 'all.xsd', contents }], preload }
}

const faultsOf = async (files: Map<string, Uint8Array>, contents: string): Promise<string[]> =>
  (await validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents }], ...schemasIn(files, contents) })).errors.map(
    ({ message }) => message,
  )

/** Every schema and DTD that a text takes in by name. */
const takenInBy = (contents: string): string[] =>
  [...contents.matchAll(/(?:schemaLocation\s*=\s*|<!DOCTYPE[^>]*|<!ENTITY[^>]*)["']([^"'\s]+\.(?:xsd|dtd))["']/g)].flatMap(
    ([, name]) => name ?? [],
  )

test('each tier is there for both editions', () => {
  expect(outputs.map(({ file }) => file).filter((file) => !file.startsWith('elearning-update-'))).toEqual(
    pack.course.tiers.flatMap(({ id }) => [`elearning-${id}-scorm-1.2.zip`, `elearning-${id}-scorm-2004.zip`]),
  )
})

/** In `npm test` of the longer tier alone, its short update and both editions: the packages of the shorter one are made by the same code. */
const looked = outputs.filter(({ id }) => process.env.WAYMARK_ALL || id.includes('public-facing'))

test.each(looked)('$file: its manifest keeps to the schemas beside it and names every other file of the package', async (output) => {
  const files = await filesOf(output)
  expect([...files.keys()][0]).toBe('imsmanifest.xml')
  const manifest = text(files, 'imsmanifest.xml')
  expect(await faultsOf(files, manifest)).toEqual([])
  for (const [right, wrong] of [
    [/identifierref/, 'leads-to'],
    [/"sco"/, '"skill"'],
  ] as const)
    expect(await faultsOf(files, manifest.replace(right, wrong)), `the schemas find ${wrong}`).not.toEqual([])
  const schemas = [...files.keys()].filter((name) => /\.(?:xsd|dtd)$/.test(name))
  const located = (/xsi:schemaLocation="([^"]+)"/.exec(manifest)?.[1] ?? '').split(/\s+/).filter((_, i) => i % 2)
  const taken = schemas.flatMap((name) => takenInBy(text(files, name).replace(/<xs:documentation>[\s\S]*?<\/xs:documentation>/g, '')))
  expect(schemas.toSorted(), 'those that are named or taken in, and no other').toEqual([...new Set([...located, ...taken])].toSorted())
  expect(text(files, 'schemas-notice.txt')).toContain('Apache License')
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, file]) => file)
  const rest = [...files.keys()].filter((name) => !['imsmanifest.xml', 'schemas-notice.txt', ...schemas].includes(name))
  expect(named.toSorted()).toEqual(rest.toSorted())
  expect(manifest).toContain(pack.course.taught)
})

test.each(looked)('$file: the same data are the same bytes, and nothing in it is fetched from elsewhere', async (output) => {
  expect(Buffer.from(await drawn(output)).equals(Buffer.from(await drawnAnew(structuredClone(output))))).toBe(true)
  const files = await filesOf(output)
  const elements = elementsOf(text(files, 'index.html'))
  const fetched = elements.flatMap((element) =>
    ['link', 'script', 'img', 'iframe', 'source'].includes(element.tagName)
      ? [attribute(element, 'src') ?? attribute(element, 'href') ?? '']
      : [],
  )
  expect(fetched.length).toBeGreaterThan(1)
  for (const name of fetched) expect(files.has(name), name).toBe(true)
  for (const [, name = ''] of text(files, 'course.css').matchAll(/url\(([^)]+)\)/g)) expect(files.has(name), name).toBe(true)
  expect(text(files, 'course.js')).not.toMatch(/fetch\(|XMLHttpRequest|sendBeacon|https?:/)
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? [])
  expect(ids).toEqual([...new Set(ids)])
  const links = elements.flatMap((element) => (element.tagName === 'a' ? [attribute(element, 'href') ?? ''] : []))
  for (const link of links) if (link.startsWith('#')) expect(ids, link).toContain(link.slice(1))
  expect(links.filter((link) => !/^(#|tel:|https:\/\/)/.test(link))).toEqual([])
})

test('a number that changes in the pack is the only one in the package', () => {
  const changed = {
    ...pack,
    services: pack.services.map((service) =>
      service.id === 'modern-slavery-helpline' && service.phone && service.phone !== 'unknown'
        ? { ...service, phone: { ...service.phone, display: '0300 111 2222', dial: '03001112222' } }
        : service,
    ),
  }
  // The short update says what is new, and no number that is not.
  const whole = (of: readonly { id: string }[]) => of.filter(({ id }) => !id.startsWith('elearning-update-'))
  const data = whole(outputsOfKind(changed, 'elearning')).map((output) => JSON.stringify((output as Output).data))
  expect(data).toHaveLength(whole(outputs).length)
  for (const page of data) expect(page).toContain('0300 111 2222')
})
