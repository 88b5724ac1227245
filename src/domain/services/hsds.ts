import { startOfDay } from '../time/local.ts'
import { localMoment } from '../time/local.ts'
