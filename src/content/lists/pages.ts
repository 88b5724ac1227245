import { easyPageSchema } from '../../domain/easy-read.ts'
import { termSchema, waySchema } from '../../domain/page.ts'
import { sharingReasonSchema } from '../../domain/pathway/sharing-reason.ts'
import { listFile } from './descriptor.ts'

export const glossary = listFile({
  file: 'glossary.yaml',
  lists: { glossary: { key: 'terms', schema: termSchema, inPack: true } },
})

export const report = listFile({
  file: 'report.yaml',
  lists: {
    reportWays: {
      key: 'ways',
      schema: waySchema,
      of: 'way to report',
      references: { services: { to: 'service', words: true } },
      inPack: true,
    },
  },
})

export const support = listFile({
  file: 'support.yaml',
  lists: {
    support: {
      key: 'kinds',
      schema: waySchema,
      of: 'kind of support',
      references: { services: { to: 'service', words: true } },
      inPack: true,
    },
  },
})

export const sharingReasons = listFile({
  file: 'sharing-reasons.yaml',
  lists: { sharingReasons: { key: 'reasons', schema: sharingReasonSchema, inPack: true } },
})

/** Pages that there are in Easy Read too. */
export const easyRead = listFile({
  file: 'easy-read.yaml',
  lists: {
    easyRead: {
      key: 'pages',
      schema: easyPageSchema,
      references: {
        id: 'page',
        'parts.*.lines.*.drawing': 'drawing',
        'parts.*.lines.*.ring': { to: 'phone', words: true, one: true },
      },
      inPack: true,
    },
  },
})
