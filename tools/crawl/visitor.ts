import type { Client } from './client.ts'
import { fillAt, fillByChance, fillWith, sent } from './fill.ts'
import { type Form, formsIn } from './html.ts'
import { type Answer, eachOf } from './http.ts'
import { decoded, headerOf } from './normalise.ts'
import { pick, type Random, randomFrom } from './random.ts'

export type Visit = { client: Client; now: string; forms: ReadonlyMap<string, readonly Form[]>; walks: number; steps: number }

/** Asked apart: free words, and a file with it. */
const apart = new Set(['/search', '/resources/your-pack'])

const formsOf = (answer: Answer, page: string): Form[] =>
  (headerOf(answer, 'content-type') ?? '').startsWith('text/html')
    ? formsIn(decoded(answer).toString()).flatMap((form) =>
        form.method === 'post' && !apart.has(form.action) ? [{ ...form, action: form.action || page }] : [],
      )
    : []

/** Fills in every form that pages lead to: each first choice, then on by chance, with the same seeds each time. Gives a sealed field of each, if it has any. */
export const fillForms = async ({ client, now, forms, walks, steps }: Visit): Promise<Map<string, string>> => {
  const sealed = new Map<string, string>()
  const starts = [...forms].flatMap(([page, its]) => its.map((form) => ({ ...form, action: form.action || page })))
  const unique = [...new Map(starts.filter(({ action }) => !apart.has(action)).map((form) => [form.action, form])).values()]
  const post = async (name: string, form: Form, filled: Parameters<typeof sent>[0], packed: boolean): Promise<Form[]> => {
    const answer = await client.post(name, form.action, sent(filled), packed ? { 'accept-encoding': 'gzip, br' } : {})
    return formsOf(answer, form.action)
  }
  /** From form to form; where an answer has none, from the last again. */
  const walk = async (name: string, from: readonly Form[], random: Random, pressed = false): Promise<string | undefined> => {
    let there = from
    let sealed: string | undefined
    for (let step = 1; step <= steps; step += 1) {
      // Most pages have one form of the flow; an outcome has some.
      const form = pick(random, there)
      if (!form) return sealed
      const next = await post(`${name} step ${step}`, form, fillByChance(form, random, now), step % 3 === 0)
      sealed ??= next.flatMap(({ fields }) => fields).find((its) => its.name === 'so-far')?.value
      if (next.length) there = next
    }
    // Every button of the last page, each from there: what chance seldom presses.
    for (const [at, form] of (pressed ? there : []).entries())
      for (const [which, button] of form.buttons.entries())
        await post(`${name} end ${at} ${which} ${button.name}`, form, { ...fillByChance(form, random, now), button }, false)
    return sealed
  }
  const tasks: (() => Promise<void>)[] = []
  for (const form of unique) {
    const name = `form ${form.action}`
    const choices = form.fields.filter(({ kind }) => kind === 'radio' || kind === 'checkbox')
    for (const [index, choice] of choices.entries())
      tasks.push(async () => {
        const first = `${name} ${index} ${choice.name}=${choice.value}`
        const next = await post(first, form, fillWith(form, choice.name, choice.value), false)
        await walk(`${first} then`, next, randomFrom(first))
      })
    for (const button of form.buttons)
      tasks.push(async () => {
        await post(`${name} button ${button.name}=${button.value}`, form, { fields: [], button }, false)
      })
    for (const place of [0, 1, 2, 3])
      tasks.push(async () => {
        await post(`${name} all in place ${place}`, form, fillAt(form, place), place % 2 === 1)
        const whole = fillAt(form, place)
        await post(`${name} all but one in place ${place}`, form, { ...whole, fields: whole.fields.slice(0, -1) }, false)
      })
    for (let index = 0; index < walks; index += 1)
      tasks.push(async () => {
        const field = await walk(`${name} walk ${index}`, [form], randomFrom(`${form.action} ${index}`), index % 5 === 0)
        if (field && index === 0) sealed.set(form.action, field)
      })
  }
  await eachOf(tasks, 4, (task) => task())
  return sealed
}

/** Sealed fields that somebody has changed, or taken from another form. */
export const sendWrongSeals = async (client: Client, sealed: ReadonlyMap<string, string>): Promise<void> => {
  for (const action of [...sealed.keys()].sort())
    for (const [from, field] of [...sealed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const middle = Math.floor(field.length / 2)
      const changed = field.slice(0, middle) + (field[middle] === 'A' ? 'B' : 'A') + field.slice(middle + 1)
      const fields = { whole: field, changed, cut: field.slice(0, -5), longer: `${field}AAAA`, spaced: `${field} `, twice: field + field }
      for (const [how, text] of Object.entries(fields))
        for (const more of ['', '&go=dates', '&back=x', '&change=signs', '&leave=1', '&resume=1', '&text=1', '&at=nothing'])
          await client.post(`seal of ${from} in ${action} ${how}${more}`, action, `so-far=${encodeURIComponent(text)}${more}`)
    }
}
