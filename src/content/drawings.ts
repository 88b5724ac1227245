import type { Finding } from './finding.ts'

const elements = new Set(['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'])
const attributes =
  /^(?:xmlns|viewBox|fill|stroke|stroke-(?:width|linecap|linejoin|dasharray)|fill-rule|d|c[xy]|r[xy]?|[xy][12]?|width|height|points|transform|opacity)$/

/** Drawings stand inside pages, so only shapes are let through: an allow-list of elements and attributes, no addresses, no script. */
export const drawingFindings = (drawings: ReadonlyMap<string, { file: string; svg: string }>): Finding[] =>
  [...drawings.values()].flatMap(({ file, svg }) => {
    const fault = faultOf(svg)
    if (!fault) return []
    const instead = 'Draw with plain shapes and the brand colours, such as fill="var(--sun)".'
    return [{ severity: 'error', rule: 'drawing', file, line: svg.slice(0, fault.at).split('\n').length, found: fault.found, instead }]
  })

/** From this width on it is a scene of a slide, which no page holds. */
const sceneWidth = 200

const faultOf = (svg: string): { found: string; at: number } | null => {
  const most = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? 0) >= sceneWidth ? 10_000 : 4096
  if (svg.length > most) return { found: `the drawing has ${svg.length} characters, and the limit is ${most.toLocaleString('en')}`, at: 0 }
  const element = /<\/?([a-zA-Z]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>/g
  const open: string[] = []
  let end = 0
  for (const match of svg.matchAll(element)) {
    const [whole, name = '', attrs = ''] = match
    const between = stray(svg, end, match.index)
    if (between) return between
    if (!elements.has(name)) return { found: `<${name}> is not allowed`, at: match.index }
    const bad = [...attrs.matchAll(/(?<![\w:-])([\w:-]+)="([^"]*)"/g)].find(
      ([, a = '', v = '']) => !attributes.test(a) || /url\(|javascript:|&/i.test(v),
    )
    if (bad) return { found: `${bad[1]}="${bad[2]?.slice(0, 40)}" is not allowed`, at: match.index + whole.indexOf(bad[0]) }
    if (whole.startsWith('</') && open.pop() !== name) return { found: `</${name}> does not close anything`, at: match.index }
    if (!whole.startsWith('</') && !whole.endsWith('/>')) open.push(name)
    end = match.index + whole.length
  }
  const rest = stray(svg, end, svg.length)
  if (rest) return rest
  return /^<svg\b[^>]*\bviewBox="[^"]+"[^>]*>[\s\S]*<\/svg>$/.test(svg)
    ? null
    : { found: 'the file is not one <svg viewBox="…"> element', at: 0 }
}

/** Anything between the elements but white space. */
const stray = (svg: string, from: number, to: number): { found: string; at: number } | null => {
  const text = svg.slice(from, to)
  return text.trim() ? { found: `the text "${text.trim().slice(0, 60)}" is not allowed`, at: from + text.search(/\S/) } : null
}
