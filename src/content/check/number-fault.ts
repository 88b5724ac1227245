/** A telephone number that a pack knows. */
export type KnownNumber = {
  /** As a keypad needs it: national form (`08000121700`) or a short code (`999`). */
  digits: string
  /** As it must be written; for one that must not be written, as it was printed. */
  display: string
  service: string
  use: 'active' | 'retired' | 'wrong'
}

/** A number in a text that may not stand there so. `index` and `text` are those of the text as it was given. */
export type NumberFault = {
  index: number
  text: string
  /** grouped: the right digits, written otherwise. wrong, retired: listed as such. unknown: of no service. */
  kind: 'grouped' | 'wrong' | 'retired' | 'unknown'
  /** National form, digits only. */
  digits: string
  known: KnownNumber | null
}
