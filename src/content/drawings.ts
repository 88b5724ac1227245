import type { Finding } from './finding.ts'

const elements = new Set(['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'])
const attributes =
  /^(?:xmlns|viewBox|fill|stroke|stroke-(?:width|linecap|linejoin|dasharray)|fill-rule|d|c[xy]|r[xy]?|[xy][12]?|width|height|points|transform|opacity)$/

/** Drawings stand inside pages, so only shapes are let through: an allow-list of elements and attributes, no addresses, no script. */
export const drawingFindings = (drawings: ReadonlyMap<string, { file: string; svg: string }>): Finding[] =>
  [...drawings.values()].flatMap(({ file, svg }) => {
    const fault = faultOf(svg)
    return fault
      ? [
          {
            severity: 'error' as const,
            rule: 'drawing',
            file,
            line: 1,
            found: fault,
            instead: 'Draw with plain shapes and the colours of the brand, such as fill="var(--sun)".',
          },
        ]
      : []
  })

const faultOf = (svg: string): string | null => {
  if (!/^<svg\b[^>]*\bviewBox="[^"]+"[^>]*>[\s\S]*<\/svg>$/.test(svg)) return 'the file is not one <svg viewBox="…"> element'
  if (svg.length > 4096) return `the drawing has ${svg.length} characters; 4,096 is the most`
  const rest = svg.replace(/<\/?([a-zA-Z]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>/g, (_whole, name: string, attrs: string) => {
    if (!elements.has(name)) return `<${name}>`
    const bad = [...attrs.matchAll(/([\w:-]+)="([^"]*)"/g)].find(
      ([, a = '', v = '']) => !attributes.test(a) || /url\(|javascript:|&/i.test(v),
    )
    return bad ? `${bad[1]}="${bad[2]}"` : ''
  })
  return rest.trim() ? `it holds ${rest.trim().slice(0, 60)}` : null
}
