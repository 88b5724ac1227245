import { importsOf } from '../imports.ts'
import { child, children, literal, type Node, nameOf, parse } from '../source.ts'
import type { Source } from './graph.ts'

/** How the two are counted: written beside the figures. */
export const definitions = {
  forms:
    'A form mechanism is a module that asks a posted form for a field by itself (get, getAll, has … of what is called `form`, or is typed URLSearchParams or FormData); the modules of src/web/forms (before: src/web/form) are one together.',
  routers:
    'A router is a module that makes a Hono, or that chooses by method and address itself: it compares the method, and matches addresses by a pattern or looks one up for more than GET and HEAD. A look-up for GET and HEAD alone is a cache.',
}

/** The folder that all others read forms through. */
const shared = /^src\/web\/forms?\//
const asking = new Set(['get', 'getAll', 'has', 'keys', 'values', 'entries', 'forEach'])
const formTypes = new Set(['URLSearchParams', 'FormData'])

/** Names of variables and parameters that are said to be a form. */
const formNames = (nodes: readonly Node[]): Set<string> => {
  const typed = nodes.flatMap((node) => {
    const annotation = child(child(node, 'typeAnnotation'), 'typeAnnotation')
    return node.type === 'Identifier' && formTypes.has(nameOf(child(annotation, 'typeName'))) ? [nameOf(node)] : []
  })
  return new Set(['form', ...typed])
}

/** The last name of `a`, of `a.b` or of `this.a.b`. */
const lastName = (node: Node | undefined): string => nameOf(node) || nameOf(child(node, 'property'))

const calls = (nodes: readonly Node[]): { on: string; name: string; args: Node[] }[] =>
  nodes.flatMap((node) => {
    const callee = child(node, 'callee')
    if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return []
    return [{ on: lastName(child(callee, 'object')), name: nameOf(child(callee, 'property')), args: children(node, 'arguments') }]
  })

/** Does a module take a posted form apart? */
export const readsForm = ({ path, code }: Source): boolean => {
  const nodes = parse(path, code)
  const forms = formNames(nodes)
  return calls(nodes).some(({ on, name }) => (forms.has(on) && asking.has(name)) || name === 'parseBody' || name === 'formData')
}

/** Form mechanisms: each module that reads forms, and those of the shared folder as one. */
export const formMechanisms = (sources: readonly Source[]): string[] => [
  ...new Set(sources.filter(readsForm).map(({ path }) => shared.exec(path)?.[0] ?? path)),
]

/** Where a body with files is taken apart into a form. */
export const multipartParsers = (sources: readonly Source[]): string[] =>
  sources.filter(({ path, code }) => importsOf(path, code).some(({ to }) => to === '@fastify/busboy')).map(({ path }) => path)

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** The methods that a request's `method` is compared with: `method === 'GET'`, `['GET', 'HEAD'].includes(method)`, `switch (method)`. */
const methodsCompared = (nodes: readonly Node[]): Set<string> => {
  const isMethod = (node: Node | undefined): boolean => lastName(node) === 'method'
  const compared = nodes.flatMap((node): (Node | undefined)[] => {
    if (node.type === 'BinaryExpression') {
      const [left, right] = [child(node, 'left'), child(node, 'right')]
      return isMethod(left) ? [right] : isMethod(right) ? [left] : []
    }
    if (node.type === 'SwitchStatement' && isMethod(child(node, 'discriminant')))
      return children(node, 'cases').map((one) => child(one, 'test'))
    if (node.type === 'CallExpression' && children(node, 'arguments').some(isMethod)) {
      const list = child(child(node, 'callee'), 'object')
      return list?.type === 'ArrayExpression' ? children(list, 'elements') : []
    }
    return []
  })
  return new Set(compared.flatMap((node) => literal(node) ?? []).filter((text) => methods.has(text)))
}

/** A regular expression for addresses: its first letter is the slash. */
const isAddressPattern = (node: Node): boolean => {
  const { regex } = node
  return !!regex && typeof regex === 'object' && 'pattern' in regex && String(regex.pattern).startsWith('^\\/')
}
const addresses = new Set(['path', 'pathname', 'address'])

export const routes = ({ path, code }: Source): boolean => {
  const nodes = parse(path, code)
  if (nodes.some((node) => node.type === 'NewExpression' && nameOf(child(node, 'callee')) === 'Hono')) return true
  const compared = methodsCompared(nodes)
  // `HEAD` alone only asks whether the body is sent.
  if (![...compared].some((method) => method !== 'HEAD')) return false
  const looksUp = calls(nodes).some(({ name, args }) => ['get', 'has'].includes(name) && addresses.has(nameOf(args[0])))
  const more = [...compared].some((method) => method !== 'GET' && method !== 'HEAD')
  return nodes.some(isAddressPattern) || (more && looksUp)
}

export const routers = (sources: readonly Source[]): string[] => sources.filter(routes).map(({ path }) => path)
