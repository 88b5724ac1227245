import type { DeskId } from '../../../content/word-ids.ts'
import type { FormatMessage } from '../../../format/messages.ts'

/** The words of the desk, of the pack. */
export type DeskWords = FormatMessage<DeskId>
