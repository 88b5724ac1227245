import type { EntryFault, FieldPath } from '../../domain/flow/entered.ts'

export type FileFault = { at: FieldPath } & (
  | { code: 'file-too-large'; megabytes: number }
  | { code: 'too-many'; most: number }
  | { code: 'file-type'; types: readonly string[] }
  | { code: 'file-empty' }
)

/** What is wrong with what was entered on a page of a flow; the page says it in words. */
export type FlowFault = EntryFault | FileFault
