import { z } from 'zod'
import { id } from '../../domain/fact.ts'
import { serviceSchema, wrongNumberSchema } from '../../domain/services/service.ts'
import { serviceWordsSchema } from '../../domain/services/words.ts'
import { listFile } from './descriptor.ts'

const exampleSchema = z.looseObject({ id, service: id })

/** Every way to reach help. Its numbers are what `{phone:…}` stands for elsewhere. */
export const services = listFile({
  file: 'services.yaml',
  printed: false,
  lists: {
    services: { key: 'services', schema: serviceSchema, of: 'service', references: { instead: 'service' }, inPack: true },
    wrongNumbers: {
      key: 'wrong_numbers',
      schema: wrongNumberSchema,
      references: { service: { to: 'service', one: true } },
      inPack: true,
    },
    /** What is open when, by hand: tests compare. */
    examples: { key: 'examples', schema: exampleSchema, references: { service: { to: 'service', one: true } } },
  },
  values: ['timezone'],
})

export const serviceWords = listFile({
  file: 'words/en/services.yaml',
  lists: {
    serviceWords: { key: 'services', schema: serviceWordsSchema, of: 'words', references: { id: 'service' } },
  },
})
