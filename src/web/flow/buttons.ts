/**
 * The names of the buttons of every flow, and of the hidden field that says whose page was sent. Each has a question's id as its value; those
 * of rows have the group (domain/flow/flow.ts), and `remove-row` the number of the row behind it; `remove-file` has the entry and, behind a
 * space, what was kept. `returns` is no button: it says that the page was asked for from the outcome, to change it.
 */
export const flowButtons = {
  at: 'at',
  leave: 'leave',
  back: 'back',
  change: 'change',
  resume: 'resume',
  returns: 'returns',
  addRow: 'add-row',
  removeRow: 'remove-row',
  removeFile: 'remove-file',
} as const

/**
 * The hidden field with the ids of the entries that a page showed. What is asked only because of another answer on the same page was not there
 * to be seen: then the page is shown again with it, and nothing is called missing. A page without this field showed all.
 */
export const shownField = 'shown'
