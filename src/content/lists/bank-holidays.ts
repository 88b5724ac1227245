import { z } from 'zod'
import { id } from '../../domain/fact.ts'
import { bankHolidaySchema } from '../../domain/time/calendar.ts'
import { listFile } from './descriptor.ts'

const named = z.looseObject({ id, name: z.string().min(1) })

export const bankHolidays = listFile({
  file: 'bank-holidays.yaml',
  printed: false,
  lists: {
    days: { key: 'days', schema: bankHolidaySchema, references: { region: 'region', holiday: 'holiday' } },
    regions: { key: 'regions', schema: named, of: 'region', where: 'the regions in bank-holidays.yaml' },
    holidays: { key: 'holidays', schema: named, of: 'holiday', where: 'the holidays in this file' },
  },
  values: ['covers', 'checks'],
})
