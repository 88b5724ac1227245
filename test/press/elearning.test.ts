import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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

/** The schemas of an edition, and one that brings them together: a manifest mixes their names. */
const schemasOf = (edition: ElearningData['edition']) => {
  const folder = fileURLToPath(new URL(`../support/scorm-schemas/${edition}/`, import.meta.url))
  const preload = readdirSync(folder).map((fileName) => ({
    fileName,
    // No DTD is needed to read a schema, and xmllint would look for it on the network.
    contents: readFileSync(`${folder}${fileName}`, 'utf8').replace(/<!DOCTYPE[^>]*>/, ''),
  }))
  const imports = preload
    .map(({ fileName, contents }) => [/targetNamespace\s*=\s*"([^"]+)"/.exec(contents)?.[1], fileName] as const)
    .filter(([namespace, file]) => namespace && !namespace.endsWith('/namespace') && !/imsss_v1p0\w/.test(file))
    .map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
  const contents = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`
  return { schema: [{ fileName: 'all.xsd', contents }], preload }
}

const faultsOf = async (edition: ElearningData['edition'], contents: string): Promise<string[]> =>
  (await validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents }], ...schemasOf(edition) })).errors.map(({ message }) => message)

test('each tier is there for both editions', () => {
  expect(outputs.map(({ file }) => file)).toEqual(
    pack.course.tiers.flatMap(({ id }) => [`elearning-${id}-scorm-1.2.zip`, `elearning-${id}-scorm-2004.zip`]),
  )
})

test.each(outputs)('$file: its manifest keeps to the schema and names every file of the package', async (output) => {
  const files = await filesOf(output)
  expect([...files.keys()][0]).toBe('imsmanifest.xml')
  const manifest = text(files, 'imsmanifest.xml')
  expect(await faultsOf(output.data.edition, manifest)).toEqual([])
  expect(await faultsOf(output.data.edition, manifest.replace('identifierref', 'leads-to')), 'the schema finds a wrong name').not.toEqual(
    [],
  )
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, file]) => file)
  expect(named.toSorted()).toEqual([...files.keys()].filter((name) => name !== 'imsmanifest.xml').toSorted())
  expect(manifest).toContain(pack.course.taught)
})

test.each(outputs)('$file: the same data are the same bytes, and nothing in it is fetched from elsewhere', async (output) => {
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
  const data = outputsOfKind(changed, 'elearning').map((output) => JSON.stringify(output.data))
  expect(data).toHaveLength(outputs.length)
  for (const page of data) expect(page).toContain('0300 111 2222')
})
