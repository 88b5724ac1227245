/** Writes the tables and ways of flows into docs/reference: `node tools/flow-tables.ts`. Run it after a change of a flow; a test compares. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { anyDay } from '../src/content/flow-findings.ts'
import { loadPack } from '../src/content/load.ts'
import { graphText } from '../src/domain/flow/graph.ts'
import { decisionTable } from '../src/domain/flow/table.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Each file under docs/reference that is made from a flow of the pack, and what must stand in it. */
export const flowTables = (): Map<string, string> => {
  const { pack, findings } = loadPack(`${root}content`, 'hertfordshire')
  const [pathway, form] = [pack?.flows.get('pathway'), pack?.flows.get('nrm-form')]
  if (!pathway || !form) throw new Error(`the pack has faults: ${JSON.stringify(findings.slice(0, 3))}`)
  return new Map([
    [
      'pathway.md',
      `# The pathway as a decision table

Made from \`content/national/flows/pathway.yaml\` and the organisations of the pack by \`node tools/flow-tables.ts\`. A test fails if it does not match them. Version ${pathway.flow.head.version}.

${decisionTable(pathway.flow, pathway.words, anyDay)}`,
    ],
    ['nrm-form.txt', `${graphText(form.flow)}\n`],
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of flowTables()) writeFileSync(`${root}docs/reference/${name}`, text)
