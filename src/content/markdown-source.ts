import type { Finding } from './finding.ts'
import { lineFinder } from './line-at.ts'
import { readYaml, type YamlSource } from './yaml-source.ts'

/** A Markdown file: a YAML head (front matter or a fenced block) and the body after it, unchanged. */
export type MarkdownSource = {
  file: string
  /** Name without folder and ending. */
  id: string
  head: YamlSource
  body: string
  /** Line of the file on which the body begins. */
  bodyLine: number
  /** Line of the file on which a place of the body stands. */
  lineAt: (index: number) => number
}

const opening = /^(?:---|```ya?ml)[ \t]*\r?\n/
const closings = { '---': /^---[ \t]*(?:\r?\n|$)/m, '```': /^```[ \t]*(?:\r?\n|$)/m }

/** Splits a Markdown file. A file without a head is a finding. */
export const readMarkdown = (file: string, text: string): { source: MarkdownSource | null; findings: Finding[] } => {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text
  const open = opening.exec(clean)
  const rest = open ? clean.slice(open[0].length) : ''
  const close = open ? (open[0].startsWith('---') ? closings['---'] : closings['```']).exec(rest) : null
  if (!open || !close) {
    return {
      source: null,
      findings: [
        noHead(
          file,
          open ? 'the block of values at the top is not closed' : 'the file does not start with a block of values',
          open ? open[0].trim() : '',
        ),
      ],
    }
  }
  const head = rest.slice(0, close.index)
  if (!head.trim()) return { source: null, findings: [noHead(file, 'the block of values at the top is empty', '')] }
  const yaml = readYaml(file, head, 2)
  const bodyLine = (open[0] + head + close[0]).split('\n').length
  const body = rest.slice(close.index + close[0].length)
  const line = lineFinder(body)
  return {
    source: {
      file,
      id: file.replace(/^.*\//, '').replace(/\.md$/, ''),
      head: yaml.source,
      body,
      bodyLine,
      lineAt: (index) => bodyLine + line(index),
    },
    findings: yaml.findings,
  }
}

const noHead = (file: string, found: string, open: string): Finding => ({
  severity: 'error',
  rule: 'schema',
  file,
  line: 1,
  found,
  instead: open
    ? `Close it with a line that has only ${open.startsWith('---') ? '---' : '```'}.`
    : 'Start with a line of three hyphens, then the values, then another line of three hyphens.',
})
