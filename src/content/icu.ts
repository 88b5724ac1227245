import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { show } from './findings.ts'
import { fillRefs, withoutRefs } from './text-references.ts'

/** What is wrong with an ICU message, and the names of its values and marks. */
export const readIcu = (text: string): { fault: string | null; names: Set<string> } => {
  try {
    const names = new Set<string>()
    const walk = (elements: readonly MessageFormatElement[]): boolean =>
      elements.every((element) => {
        if (isLiteralElement(element)) return !/[{}]/.test(element.value)
        if (isPoundElement(element)) return true
        names.add(element.value)
        if (isTagElement(element)) return walk(element.children)
        if (isPluralElement(element) || isSelectElement(element))
          return Object.values(element.options).every((option) => walk(option.value))
        return true
      })
    return { fault: walk(parse(withoutRefs(text))) ? null : 'a } does not close anything', names }
  } catch (error) {
    const code = error instanceof Error ? error.message : String(error)
    return { fault: faults[code] ?? code.toLowerCase().replaceAll('_', ' '), names: new Set() }
  }
}

const faults: Record<string, string> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: 'a { is never closed',
  EMPTY_ARGUMENT: 'there is nothing between { and }',
  MALFORMED_ARGUMENT: 'the text between { and } is not a name',
  UNCLOSED_TAG: 'a <…> is never closed',
  UNMATCHED_CLOSING_TAG: 'a </…> does not close anything',
  INVALID_TAG: 'a < is not the start of a tag',
  MISSING_OTHER_CLAUSE: 'a plural needs `other {…}`',
}

export const mendBraces = 'Correct the braces: write {name} for a value, and {count, plural, one {…} other {…}} for a number.'

/** A translation takes the same values and marks as its English. */
export const placeholderFault = (text: string, english: string): { key: string; found: string; instead: string } | null => {
  const [own, original] = [readIcu(text), readIcu(english)]
  if (own.fault) return { key: 'text', found: `${show(text)}: ${own.fault}`, instead: mendBraces }
  const [strange, lacking] = [own.names.difference(original.names), original.names.difference(own.names)]
  if (!strange.size && !lacking.size) return null
  const list = (names: ReadonlySet<string>) => [...names].join(', ')
  const found = strange.size ? `the English does not have ${list(strange)}` : `${list(lacking)} is missing`
  return { key: 'text', found, instead: `Use the same values and marks as the English: ${show(english)}.` }
}

/** A message as one reader meets it: a value is an easy word, of a plural the last form. */
export const plainMessage = (text: string): string => plain(parse(withoutRefs(text)), () => 'name', Number.POSITIVE_INFINITY)

/** A message in all its forms: as many as its longest plural or choice has, so that each is in one of them. `value` fills in what stands in braces. */
export const formsOf = (text: string, value: (name: string) => string): string[] => {
  const elements = parse(fillRefs(text, value))
  const forms = Array.from({ length: mostForms(elements) }, (_, form) => plain(elements, value, form))
  return [...new Set(forms)]
}

const plain = (elements: readonly MessageFormatElement[], value: (name: string) => string, form: number): string =>
  elements
    .map((element) => {
      if (isLiteralElement(element)) return element.value
      if (isTagElement(element)) return plain(element.children, value, form)
      if (isPluralElement(element) || isSelectElement(element)) {
        const forms = Object.values(element.options)
        return plain(forms[Math.min(form, forms.length - 1)]?.value ?? [], value, form)
      }
      return value(isPoundElement(element) ? '#' : element.value)
    })
    .join('')

const mostForms = (elements: readonly MessageFormatElement[]): number =>
  Math.max(
    1,
    ...elements.map((element) => {
      if (isTagElement(element)) return mostForms(element.children)
      if (!isPluralElement(element) && !isSelectElement(element)) return 1
      const forms = Object.values(element.options)
      return Math.max(forms.length, ...forms.map((form) => mostForms(form.value)))
    }),
  )
