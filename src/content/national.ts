import { type ContentFolder, type PackFiles, readFiles } from './files.ts'
import { type Loaded, loadFiles } from './load.ts'
import { localFiles } from './shape-findings.ts'
import { readYaml } from './yaml-source.ts'

/**
 * The national files by themselves. They are no site: a partnership, its brand and its lists are stand-ins here, and
 * `awaits` names the services that a local pack has yet to bring. For `waymark check national` only; never served.
 */
export const loadNational = (content: string | ContentFolder): { loaded: Loaded; awaits: string[] } => {
  const files = readFiles(content, 'national')
  const alone: PackFiles = {
    ...files,
    has: (path) => localFiles.includes(path.replace(/^national\//, '')) || files.has(path),
    yaml: (name) => {
      const { sources, broken } = files.yaml(name)
      return { sources: standIns[name] ? [readYaml(name, standIns[name]).source, ...sources] : sources, broken }
    },
  }
  const awaits = new Set<string>()
  const loaded = loadFiles(alone, 'national', awaits)
  return { loaded, awaits: [...awaits].sort() }
}

const never = 'source: none\nchecked: 2000-01-01\nreview: 9999-12-31\nowner: nobody\n'
const standIns: Record<string, string> = {
  'brand.yaml': 'version: 1\nname: Waymark\ndeep: "#174a3e"\nsun: "#f7b93e"\nsky: "#e6f0ec"\n',
  'lists.yaml':
    'version: 1\nget_help: {yourself: [emergency-999], someone_else: [emergency-999]}\ntell_somebody: [emergency-999]\ntell_about_child: [emergency-999]\n',
  'partnership.yaml': `version: 1
id: no-partnership
name: No partnership
short: None
area: England and Wales
region: england-and-wales
nation: england
timezone: Europe/London
coordinator: {email: null, phone_service: null, through: null, note: none}
adopted: null
exit: https://example.org/
${never}`,
}
