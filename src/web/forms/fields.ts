import type { TypedDate } from '../../domain/time/typed-date.ts'

/** The fields of a posted form: the only place where a posted form is taken apart. What is typed beyond a field's length is cut. */
export type Fields = {
  /** Was there a field of this name? Buttons are asked for so. */
  has(name: string): boolean
  /** The first value of a field; null where there is none. */
  text(name: string, longest?: number): string | null
  /** The value of a choice, where it is one of these. */
  choice<Option extends string>(name: string, options: readonly Option[]): Option | null
  /** All values of a field, each once, in the order in which they were sent. */
  several(name: string): string[]
  /** The fields `<name>-day`, `-month` and `-year`; null where none of them was sent. */
  date(name: string, longest?: number): TypedDate | null
  /** Which rows of a group were sent: the numbers in `<name>-<number>-…`, ascending, at most `most`. */
  rows(name: string, most: number): number[]
}

export const fieldsOf = (form: URLSearchParams): Fields => {
  const text = (name: string, longest = Number.POSITIVE_INFINITY): string | null => form.get(name)?.slice(0, longest) ?? null
  return {
    has: (name) => form.has(name),
    text,
    choice: (name, options) => options.find((option) => option === form.get(name)) ?? null,
    several: (name) => [...new Set(form.getAll(name))],
    date: (name, longest) => {
      const [day, month, year] = [text(`${name}-day`, longest), text(`${name}-month`, longest), text(`${name}-year`, longest)]
      return day === null && month === null && year === null ? null : { day: day ?? '', month: month ?? '', year: year ?? '' }
    },
    rows: (name, most) => {
      const numbers = new Set<number>()
      for (const key of form.keys()) {
        const number = key.startsWith(`${name}-`) ? /^(\d{1,3})-/.exec(key.slice(name.length + 1))?.[1] : undefined
        if (number !== undefined) numbers.add(Number(number))
      }
      return [...numbers].sort((a, b) => a - b).slice(0, most)
    },
  }
}
