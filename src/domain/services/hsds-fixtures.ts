/** For tests only: HSDS 3.0's own schemas (test/vendor/hsds/README.md), asked of what a server answers. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

type Schema = { [key: string]: unknown }

const vendored = (name: string): Schema => JSON.parse(readFileSync(new URL(`../../../test/vendor/hsds/${name}`, import.meta.url), 'utf8'))
const address = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/compiled'
const full = vendored('service_with_definitions.json')
const inList = vendored('service_list.json')

type Answers = { paths: Record<string, { get: { responses: { 200: { content: { 'application/json': { schema: Schema } } } } } }> }
const openapi = vendored('openapi.json') as Schema & Answers & { components: Schema }
const answerOf = (path: string): Schema => ({
  ...openapi.paths[path]?.get.responses[200].content['application/json'].schema,
  components: openapi.components,
})

/** The schemas allow fields of which they know nothing; a copy that does not, so that no name is misspelt. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in schema && 'type' in schema ? { ...inner, additionalProperties: false } : inner
}

/** Keywords of the schemas that ask nothing of a record. */
const notes = [
  'name',
  'path',
  'datapackage_metadata',
  'datapackage_type',
  'constraints',
  'example',
  'core',
  'tabular_required',
  'components',
]

type Faults = (record: unknown) => string[]

const faultsWith = (schemas: { full: Schema; inList: Schema }, path: string): Faults => {
  // The answers of the OpenAPI file give no `type`; all else must be as ajv wants schemas.
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
  formats.default(ajv)
  ajv.addVocabulary(notes)
  ajv.addSchema(schemas.full, `${address}/service.json`)
  ajv.addSchema(schemas.inList, `${address}/service_list.json`)
  const validate = ajv.compile(answerOf(path))
  return (record) =>
    validate(JSON.parse(JSON.stringify(record))) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`)
}

const strict = { full: closed(full) as Schema, inList: closed(inList) as Schema }

/** What is wrong with the answer of an address of the API. `strict`: fields that HSDS does not have are wrong too. */
export const hsdsFaults = (path: '/' | '/services' | '/services/{id}', how: 'as written' | 'strict' = 'as written'): Faults =>
  faultsWith(how === 'strict' ? strict : { full, inList }, path)
