/**
 * The names of the buttons of every flow, and of the hidden field that says whose page was sent. Each has a question's id as its value; those
 * of rows have the group (domain/flow/flow.ts), and `remove-row` the number of the row behind it.
 */
export const flowButtons = {
  at: 'at',
  leave: 'leave',
  back: 'back',
  change: 'change',
  resume: 'resume',
  addRow: 'add-row',
  removeRow: 'remove-row',
  removeFile: 'remove-file',
} as const
