import { clockEventSchema, clockNationSchema, clockRuleSchema, clockSchema } from '../../domain/clocks/rule.ts'
import { listFile } from './descriptor.ts'

/** Days that count from something that has happened. */
export const clocks = listFile({
  file: 'clocks.yaml',
  lists: {
    clockNations: {
      key: 'nations',
      schema: clockNationSchema,
      of: 'nation',
      where: 'the nations in this file',
      references: { region: 'region' },
    },
    clockEvents: {
      key: 'events',
      schema: clockEventSchema,
      of: 'event',
      where: 'the events in this file',
      references: { after: 'event' },
    },
    clocks: { key: 'clocks', schema: clockSchema, of: 'clock', where: 'the clocks in this file' },
    clockRules: {
      key: 'rules',
      schema: clockRuleSchema,
      references: {
        clock: 'clock',
        nations: 'nation',
        // A length is a number, or a figure that is one.
        length: 'figure',
        starts: 'event',
        met_by: 'event',
        lasts_until: 'event',
        ends_with: 'event',
      },
    },
  },
})
