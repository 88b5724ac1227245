import type { Child } from 'hono/jsx'

/** What a component says: `html` (JSX, which wins) or `text` (escaped), as in every govuk-frontend macro. */
export type Content = { text?: string | undefined; html?: Child }

type AttributeValue = string | number | boolean | null | undefined

/** The macros' `attributes` param: a value, or `{ value, optional }` for one that may be left out. */
export type Attributes = Readonly<Record<string, AttributeValue | { value: AttributeValue; optional?: boolean }>>

/** The params that nearly every macro takes for its outer element. */
export type Common = { classes?: string | undefined; attributes?: Attributes | undefined }

/** What to render for a `Content`: the JSX when there is any, else the text. */
export const contentOf = (content: Content): Child => content.html || content.text

/** Joins class names, or ids, leaving out the empty ones. */
export const classNames = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')

/** An attribute that is left out when its value is empty or false. */
export const filled = (value: string | boolean | undefined) => ({ value: value || undefined, optional: true })

/**
 * An element's attributes, to spread, from groups in the order in which the macro's template writes them.
 *
 * By the rules of govuk-frontend's `macros/attributes.njk`: an attribute without a value is written as `name=""`, unless it is
 * optional; an optional `true` has only its name; any other boolean is written out. By those of HTML, the first of two with the
 * same name counts.
 */
export function attributes(...groups: (Attributes | undefined)[]): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, item] of groups.flatMap((group) => Object.entries(group ?? {}))) {
    const { value, optional = false } = typeof item === 'object' && item !== null ? item : { value: item }
    const isEmpty = value === undefined || value === null || value === false
    if (Object.hasOwn(result, name) || (optional && isEmpty)) continue
    result[name] = optional && value === true ? '' : String(value ?? '')
  }
  return result
}
