export type StateText = readonly [look: string, text: string, english?: 'en']

/**
 * What will be said of each line, by the minute, for a page that knows no more than the time: plain values, so that a script can carry them. Minutes are
 * counted from 1970. `words`: class and text of a state, and that it is English where the page is not. `of`: by service the number of the words at `from`, then, turn and turn about, for how many
 * minutes they hold and the number of the next. `after`: what is said from `to` on, when all this has grown old.
 */
export type States = {
  from: number
  to: number
  words: readonly StateText[]
  after: StateText
  of: Readonly<Record<string, readonly number[]>>
}

/** Class and text of a line's state at a minute; null where nothing may be said: an unknown line, or a clock that stands before the page was made. */
export const stateIn = ({ from, to, words, after, of }: States, id: string, minute: number): StateText | null => {
  const course = of[id]
  if (!course || minute < from) return null
  if (minute >= to) return after
  let [at, index] = [from, 0]
  for (let i = 1; i < course.length; i += 2) {
    at += course[i] ?? 0
    if (at > minute) break
    index = i + 1
  }
  return words[course[index] ?? 0] ?? null
}
