import type { Block } from '../../shared/paper/markdown.ts'
import type { Run } from '../../shared/paper/runs.ts'
import type { Piece } from '../../shared/word/text.ts'

/** What a run says in plain text: a link is followed by its address. */
export const plainRuns = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (typeof run === 'string') return run
      if ('b' in run) return run.b
      return 'n' in run ? run.n : run.t === run.a ? run.a : `${run.t} (${run.a})`
    })
    .join('')

/** Pieces as plain text, for where nothing else can be pasted. */
export const textOf = (pieces: readonly Piece[]): string[][] =>
  pieces.flatMap((piece): string[][] => {
    switch (piece.as) {
      case 'heading':
        return [[piece.text.toLocaleUpperCase('en-GB')]]
      case 'text':
        return [[plainRuns(piece.runs)]]
      case 'list':
        return [piece.items.map((item) => `- ${item}`)]
      case 'blocks':
        return piece.blocks.map(linesOf)
      default:
        return []
    }
  })

const linesOf = (block: Block): string[] => {
  if ('h' in block) return [plainRuns(block.runs).toLocaleUpperCase('en-GB')]
  if ('p' in block) return [plainRuns(block.p)]
  return block.list.map((item) => `- ${item.flatMap(linesOf).join(' ')}`)
}

export const escapedHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const htmlRuns = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (typeof run === 'string') return escapedHtml(run)
      if ('b' in run) return `<strong>${escapedHtml(run.b)}</strong>`
      return 'n' in run ? escapedHtml(run.n) : `<a href="${escapedHtml(run.a)}">${escapedHtml(run.t)}</a>`
    })
    .join('')

/** Pieces as HTML without any style, for the editor of an intranet. `top`: the level that a heading of level 1 has there. */
export const htmlOf = (pieces: readonly Piece[], top: number): string[] =>
  pieces.flatMap((piece): string[] => {
    switch (piece.as) {
      case 'heading':
        return [`<h${piece.level - 1 + top}>${escapedHtml(piece.text)}</h${piece.level - 1 + top}>`]
      case 'text':
        return [`<p>${htmlRuns(piece.runs)}</p>`]
      case 'list':
        return [`<ul>${piece.items.map((item) => `<li>${escapedHtml(item)}</li>`).join('')}</ul>`]
      case 'blocks':
        return piece.blocks.map(htmlBlock)
      default:
        return []
    }
  })

const htmlBlock = (block: Block): string => {
  if ('h' in block) return `<h${block.h}>${htmlRuns(block.runs)}</h${block.h}>`
  if ('p' in block) return `<p>${htmlRuns(block.p)}</p>`
  const list = block.ordered ? 'ol' : 'ul'
  const item = (inner: readonly Block[]) =>
    inner.map((one) => ('p' in one && inner.length === 1 ? htmlRuns(one.p) : htmlBlock(one))).join('')
  return `<${list}>${block.list.map((inner) => `<li>${item(inner)}</li>`).join('')}</${list}>`
}
