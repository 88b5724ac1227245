import type { Button, Form } from './html.ts'
import { pick, type Random } from './random.ts'

/** How a form is filled in. */
export type Filled = { fields: [string, string][]; button: Button | undefined }

const words = ['', 'a', 'Ward sister, A&E', '<b>"quoted"</b>', 'ثقة', 'ไม่', '   ', 'hotel', '2026', '🙂'.repeat(20)]
const odd = ['', '0', '31', '99', 'abc', '-1', '2026.5', '٣', '1'.repeat(30)]
const ofDate = /^(.*)-(day|month|year)$/

/** As somebody would who chooses by chance: mostly as asked, at times something is missing or wrong. `now` is where dates lie about. */
export const fillByChance = (form: Form, random: Random, now: string): Filled => {
  const dates = new Map<string, Date>()
  const text = (name: string): string => {
    const [, prefix, part] = ofDate.exec(name) ?? []
    if (prefix === undefined) return pick(random, words) ?? ''
    const there = dates.get(prefix) ?? new Date(Date.parse(now) - Math.floor((random() * 150 - 20) * 86_400_000))
    dates.set(prefix, there)
    if (random() < 0.04) return pick(random, odd) ?? ''
    const value = { day: there.getUTCDate(), month: there.getUTCMonth() + 1, year: there.getUTCFullYear() }[part ?? '']
    return String(value)
  }
  const many = random() < 0.2
  const left = random() < 0.05
  const chosen = new Map<string, string | undefined>()
  for (const { kind, name } of form.fields)
    if (kind === 'radio' && !chosen.has(name))
      chosen.set(
        name,
        left
          ? undefined
          : pick(
              random,
              form.fields.filter((field) => field.kind === 'radio' && field.name === name),
            )?.value,
      )
  const fields = form.fields.flatMap(({ kind, name, value, options }): [string, string][] => {
    if (kind === 'hidden') return [[name, value]]
    if (kind === 'radio') return chosen.get(name) === value ? [[name, value]] : []
    if (kind === 'checkbox') return !left && random() < (many ? 0.7 : 0.2) ? [[name, value]] : []
    if (kind === 'select') return [[name, pick(random, options) ?? '']]
    return kind === 'file' ? [] : [[name, text(name)]]
  })
  const [first] = form.buttons
  return { fields, button: random() < 0.65 ? first : pick(random, form.buttons) }
}

/** The form as it stands, with one choice made by hand. */
export const fillWith = (form: Form, name: string, value: string): Filled => ({
  fields: [
    ...form.fields.flatMap((field): [string, string][] => {
      if (field.name === name && field.kind !== 'hidden') return []
      if (field.kind === 'radio' || field.kind === 'checkbox') return field.checked ? [[field.name, field.value]] : []
      return field.kind === 'file' ? [] : [[field.name, field.value]]
    }),
    [name, value],
  ],
  button: form.buttons[0],
})

/** Of each question the choice that stands in this place; of fewer the last. */
export const fillAt = (form: Form, place: number): Filled => {
  const groups = Map.groupBy(
    form.fields.filter(({ kind }) => kind === 'radio' || kind === 'checkbox'),
    ({ name }) => name,
  )
  return {
    fields: [
      ...form.fields.flatMap(({ kind, name, value }): [string, string][] => (kind === 'hidden' ? [[name, value]] : [])),
      ...[...groups].flatMap(([name, choices]): [string, string][] => {
        const choice = choices[Math.min(place, choices.length - 1)]
        return choice ? [[name, choice.value]] : []
      }),
    ],
    button: form.buttons[0],
  }
}

export const sent = ({ fields, button }: Filled): URLSearchParams =>
  new URLSearchParams([...fields, ...(button?.name ? [[button.name, button.value]] : [])] as [string, string][])
