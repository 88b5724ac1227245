import { languageSchema } from '../../domain/languages/language.ts'
import { listFile } from './descriptor.ts'

export const languages = listFile({
  file: 'languages.yaml',
  printed: false,
  lists: { languages: { key: 'languages', schema: languageSchema, of: 'language' } },
})
