import type { DeskId } from '../../../content/word-ids.ts'
import type { Fields } from '../../forms/fields.ts'
import type { DeskWords } from './words.ts'

/** Reads one field: what it says, or which sentence of the pack says what to do. What was typed is shown again either way. */
export type Reader<Value> = (
  fields: Fields,
  name: string,
) => { typed: string | readonly string[]; read: { value: Value } | { fault: DeskId } }

type ValuesOf<Readers> = { [Name in keyof Readers]: Readers[Name] extends Reader<infer Value> ? Value : never }

/** A form as it was sent: what was typed, and what it says where nothing is wrong with it. */
export type Entered<Values> = {
  values: Values | null
  faults: Readonly<Record<string, DeskId>>
  typed(name: string): string
  typedAll(name: string): readonly string[]
}

/** Reads every field, so that all that is wrong is said at once. */
export const readEntered = <Readers extends Readonly<Record<string, Reader<unknown>>>>(
  fields: Fields,
  readers: Readers,
): Entered<ValuesOf<Readers>> => {
  const read = Object.entries(readers).map(([name, reader]) => ({ name, ...reader(fields, name) }))
  const typed = new Map(read.map(({ name, typed }) => [name, typed]))
  const faults = Object.fromEntries(read.flatMap(({ name, read }) => ('fault' in read ? [[name, read.fault]] : [])))
  const values = Object.fromEntries(read.flatMap(({ name, read }) => ('value' in read ? [[name, read.value]] : [])))
  return {
    values: Object.keys(faults).length ? null : (values as ValuesOf<Readers>),
    faults,
    typed: (name) => [typed.get(name) ?? ''].flat()[0] ?? '',
    typedAll: (name) => [typed.get(name) ?? []].flat(),
  }
}

/** A form that nobody has sent yet, with what stands in its fields. */
export const unsent = (typed: Readonly<Record<string, string | readonly string[]>> = {}): Entered<never> => ({
  values: null,
  faults: {},
  typed: (name) => [typed[name] ?? ''].flat()[0] ?? '',
  typedAll: (name) => [typed[name] ?? []].flat(),
})

/** The same form, with a fault that only the command could find. */
export const withFault = <Values>(entered: Entered<Values>, name: string, fault: DeskId): Entered<Values> => ({
  ...entered,
  faults: { ...entered.faults, [name]: fault },
})

/** What is wrong with one field of a form, as a sentence that says what to do. */
export type FieldFault = { name: string; text: string }

/** The sentences of what is wrong, in the order of the form's fields. */
export const faultLines = (
  t: DeskWords,
  { faults }: Pick<Entered<unknown>, 'faults'>,
  words: Readonly<Record<string, number>> = {},
): FieldFault[] => Object.entries(faults).map(([name, id]) => ({ name, text: t(id, words) }))

/** Text without blanks around it; a line break counts as a blank where it is one line. Characters that control something are no text. */
export const text =
  ({ missing, long, most, lines = false }: { missing: DeskId | null; long: DeskId; most: number; lines?: boolean }): Reader<string> =>
  (fields, name) => {
    const typed = fields.text(name, most * 4) ?? ''
    const plain = [...typed.replace(/\r\n?/g, '\n')].filter((letter) => !isControl(letter)).join('')
    const value = (lines ? plain : plain.replace(/\s+/g, ' ')).trim()
    if (!value && missing !== null) return { typed, read: { fault: missing } }
    return { typed, read: [...value].length > most ? { fault: long } : { value } }
  }

/** As it was typed, with not a letter changed: a password, or what a command reads itself. */
export const typedAsIs =
  (missing: DeskId | null): Reader<string> =>
  (fields, name) => {
    const value = fields.text(name, 2000) ?? ''
    return { typed: '', read: value || missing === null ? { value } : { fault: missing } }
  }

const isControl = (letter: string): boolean =>
  letter !== '\n' && letter !== '\t' && /\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u.test(letter)

/** An address that a mail can be sent to. What is behind it only a mail finds out. */
export const email =
  (wrong: DeskId): Reader<string> =>
  (fields, name) => {
    const typed = (fields.text(name, 400) ?? '').trim()
    const is =
      typed.length <= 254 &&
      ![...typed].some(isControl) &&
      /^[^\s@<>()[\],;:\\"]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/.test(typed)
    return { typed, read: is ? { value: typed } : { fault: wrong } }
  }

/** One of these and nothing else. */
export const oneOf =
  <Option extends string>(options: readonly Option[], missing: DeskId): Reader<Option> =>
  (fields, name) => {
    const value = fields.choice(name, options)
    return { typed: value ?? '', read: value === null ? { fault: missing } : { value } }
  }

/** Some of these, at least one where something is to be said otherwise. */
export const someOf =
  <Option extends string>(options: readonly Option[], missing: DeskId | null): Reader<readonly Option[]> =>
  (fields, name) => {
    const value = fields.several(name).flatMap((one) => options.filter((option) => option === one))
    return { typed: value, read: !value.length && missing !== null ? { fault: missing } : { value } }
  }

/** A telephone number as people write it; null where the field is empty. Six digits are the shortest that is called from outside (ITU-T E.164 allows 15). */
export const telephone =
  (wrong: DeskId): Reader<string | null> =>
  (fields, name) => {
    const typed = (fields.text(name, 200) ?? '').replace(/\s+/g, ' ').trim()
    if (!typed) return { typed, read: { value: null } }
    const digits = typed.replace(/\D/g, '').length
    const is = typed.length <= 40 && /^\+?[\d ()./-]+(?: ?(?:ext\.?|x) ?\d{1,6})?$/i.test(typed) && digits >= 6 && digits <= 21
    return { typed, read: is ? { value: typed } : { fault: wrong } }
  }

/** The version of what was read, as the form carried it; 0, which none has, where it carried none. */
export const version = (): Reader<number> => (fields, name) => {
  const typed = fields.text(name, 12) ?? ''
  return { typed, read: { value: /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0 } }
}
