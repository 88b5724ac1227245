import type { AttendParts } from '../../commands/attend/parts.ts'
import type { RenderContext } from '../context/types.ts'
import type { Sealer } from '../forms/seal.ts'
import type { Frame } from './frame.ts'

/** What pages of the register are made with. */
export type AttendTools = { parts: AttendParts; sealer: Sealer; frame: Frame; context(): RenderContext }
