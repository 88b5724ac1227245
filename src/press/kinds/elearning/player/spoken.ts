/** What the page says once somebody learns: whole sentences, made when the page is, so that words of the pack are put together in one place. */
export type Spoken = {
  /** By how many answers of the course are right. */
  passed: readonly string[]
  failed: readonly string[]
  /** By part with a check: by how many of its own answers are right. */
  ofCheck: Readonly<Record<string, readonly string[]>>
  /** By part, in order: where it stands. */
  place: readonly string[]
  /** `{parts}` stands for the titles of those that are left: nobody can write down every choice of them. */
  toDo: string
  done: string
  resumed: string
  kept: string
  notKept: string
  notSaved: string
  seen: string
  here: string
}
