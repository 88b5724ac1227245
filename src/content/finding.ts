/** Something to mend in a pack, said so that the person who edits the file can mend it. */
export type Finding = {
  severity: 'error' | 'warning'
  /** Which check speaks; listed in docs/reference/check.md. */
  rule: string
  /** Path from the content folder, such as `hertfordshire/services.yaml`. */
  file: string
  /** 1-based; 1 where the file as a whole is meant. */
  line: number
  /** What stands there. */
  found: string
  /** What to write instead, or what to do. */
  instead: string
  /** Whose fact it is, where the finding is about a fact. */
  owner?: string
}
