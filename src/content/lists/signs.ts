import { bodySchema, exploitationTypeSchema, indicatorSchema, sectorSchema, signCategorySchema } from '../../domain/signs/signs.ts'
import { listFile } from './descriptor.ts'

export const exploitationTypes = listFile({
  file: 'exploitation-types.yaml',
  lists: {
    types: {
      key: 'types',
      schema: exploitationTypeSchema,
      of: 'exploitation type',
      references: { drawing: 'drawing' },
      inPack: true,
    },
  },
})

export const indicators = listFile({
  file: 'indicators.yaml',
  lists: {
    indicators: {
      key: 'indicators',
      schema: indicatorSchema,
      of: 'sign',
      references: { category: 'category', exploitation: 'exploitation type', sectors: 'sector', sources: 'source' },
      inPack: true,
    },
    categories: { key: 'categories', schema: signCategorySchema, of: 'category', where: 'the categories in this file', inPack: true },
  },
})

/** Places of work and trade. Each has a drawing of its own name. */
export const sectors = listFile({
  file: 'sectors.yaml',
  lists: {
    sectors: {
      key: 'sectors',
      schema: sectorSchema,
      of: 'sector',
      where: 'sectors.yaml, or `any`',
      besides: ['any'],
      references: { exploitation: 'exploitation type', indicators: 'sign', report_also: 'body', sources: 'source', id: 'drawing' },
      inPack: true,
    },
  },
  values: ['common'],
})

/** Bodies that advice names. */
export const bodies = listFile({
  file: 'bodies.yaml',
  lists: { bodies: { key: 'bodies', schema: bodySchema, of: 'body', references: { service: 'service', instead: 'service' } } },
})
