import type { WordId } from '../content/word-ids.ts'

type Way = (id: WordId, ...values: never[]) => unknown

/**
 * The ids of the messages that `render` says. It is given a way of speaking that listens, whatever ways of its own it has (`rich` on a
 * page, `runs` on paper), so nobody has to list by hand what a paragraph is made of.
 */
export const messagesUsed = <Format extends Way>(t: Format, render: (t: Format) => unknown): ReadonlySet<string> => {
  const said = new Set<string>()
  const heard = (way: unknown): unknown =>
    typeof way !== 'function'
      ? way
      : new Proxy(way, {
          apply: (target, self, values) => {
            said.add(String(values[0]))
            return Reflect.apply(target, self, values)
          },
          get: (target, key) => heard(Reflect.get(target, key)),
        })
  render(heard(t) as Format)
  return said
}
