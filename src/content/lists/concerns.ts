import { outcomeSchema, waitSchema } from '../../domain/concerns/outcome.ts'
import { listFile } from './descriptor.ts'

/** How concerns end, and how long whoever waits for the desk should wait. */
export const concernOutcomes = listFile({
  file: 'concern-outcomes.yaml',
  lists: {
    concernOutcomes: { key: 'outcomes', schema: outcomeSchema, inPack: true },
    concernWaits: { key: 'waits', schema: waitSchema, inPack: true },
  },
})
