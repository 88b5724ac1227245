import { stylePatternSchema } from '../../domain/style/style.ts'
import { listFile } from './descriptor.ts'

/** Words and turns of phrase that readers should not meet (content/check/style.ts). A local pack's are added to the national ones. */
export const style = listFile({
  file: 'style.yaml',
  printed: false,
  lists: { style: { key: 'patterns', schema: stylePatternSchema } },
})
