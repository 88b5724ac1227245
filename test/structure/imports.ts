import { posix } from 'node:path'
import { child, children, literal, type Node, nameOf, parse } from './source.ts'

/** What a file imports: a path from the root for our own, else the name of a library. `kind` tells the two apart. */
export type Import = { kind: 'own' | 'library'; to: string }

const specifierOf = (node: Node): Node | undefined => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return child(node, 'source') ?? child(node, 'argument')
    case 'TSExternalModuleReference':
      return child(node, 'expression')
    case 'CallExpression':
      return nameOf(child(node, 'callee')) === 'require' ? children(node, 'arguments')[0] : undefined
    default:
      return undefined
  }
}

/** Static, dynamic and type imports, re-exports and `require`. One whose name is not written out is `?`. */
export const importsOf = (path: string, code: string): readonly Import[] => {
  const known = found.get(path)
  if (known?.code === code) return known.imports
  const imports = importsIn(path, code)
  found.set(path, { code, imports })
  return imports
}
/** By path: several tests ask the same of every file. */
const found = new Map<string, { code: string; imports: readonly Import[] }>()

const importsIn = (path: string, code: string): Import[] =>
  parse(path, code).flatMap((node): Import[] => {
    const specifier = specifierOf(node)
    if (!specifier) return []
    const name = literal(specifier) ?? literal(child(specifier, 'literal'))
    if (name === null) return [{ kind: 'own', to: '?' }]
    if (/^[./]/.test(name)) return [{ kind: 'own', to: name.startsWith('/') ? name : posix.join(posix.dirname(path), name) }]
    return [{ kind: 'library', to: name }]
  })
