import { figureSchema } from '../../domain/figures.ts'
import { sourceSchema } from '../../domain/signs/signs.ts'
import { listFile } from './descriptor.ts'

/** Published statistics: what `{figure:…}` stands for elsewhere. */
export const figures = listFile({
  file: 'figures.yaml',
  printed: false,
  lists: { figures: { key: 'figures', schema: figureSchema, of: 'figure', references: { source: 'source' }, inPack: true } },
})

export const sources = listFile({
  file: 'sources.yaml',
  printed: false,
  lists: { sources: { key: 'sources', schema: sourceSchema, of: 'source', inPack: true } },
})
