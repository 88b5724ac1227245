import { Lexer, type YAMLParseError } from 'yaml'

/** A fault of YAML itself in plain words, at the place where a person must mend it (which is not always where the parser gave up). */
export type YamlFault = { offset: number; found: string; instead: string }

/** Pieces of the source with where they begin. The lexer's control marks take no room. */
export const lex = (text: string): { offset: number; token: string; plain: boolean }[] => {
  let offset = 0
  let plain = false
  return [...new Lexer().lex(text)].flatMap((token) => {
    if (token === '\u001f') plain = true
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') return []
    const piece = { offset, token, plain }
    offset += token.length
    plain = false
    return [piece]
  })
}

/** Says of a parser's first error what is wrong and where; the second helps to tell. */
export const faultOf = (text: string, error: YAMLParseError, second?: YAMLParseError): YamlFault => {
  const [at] = error.pos
  const hyphen = tightHyphen(text, at)
  if (hyphen !== null)
    return { offset: hyphen, found: 'an entry begins with a hyphen and no space', instead: 'Put a space after the hyphen.' }
  const quote = openQuote(text, at, error.message.startsWith('Missing closing'))
  if (quote !== null) {
    const mark = text[quote] ?? '"'
    return {
      offset: quote,
      found: `a text begins with ${mark} and does not end on its line`,
      instead: `Put ${mark} at the end of the text.`,
    }
  }
  if (error.message.startsWith('Flow ')) {
    const bracket = openBracket(text, at)
    const [open, close] = text[bracket] === '{' ? ['{', '}'] : ['[', ']']
    return { offset: bracket, found: `a ${open} is opened and not closed`, instead: `Put ${close} where it ends.` }
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && second?.code === 'MULTILINE_IMPLICIT_KEY' && second.pos[0] === at) {
    // A text that goes on in a line further in, and that line holds a name of its own.
    const next = text.indexOf('\n', at) + 1
    return { offset: next, ...indented }
  }
  const message = error.code in messages ? messages[error.code as keyof typeof messages] : null
  if (message) return { offset: at, ...message }
  return {
    offset: at,
    found: error.message.replace(/ at line \d+[\s\S]*$/, ''),
    instead: 'Mend the YAML: look at indents, quotes and colons on this line and the one above.',
  }
}

const indented = {
  found: 'the line is indented more or less than those beside it',
  instead: 'Begin it in the same column as its neighbours.',
}

export const messages = {
  TAB_AS_INDENT: { found: 'a tab stands at the beginning of the line', instead: 'Use spaces, as many as the line above has.' },
  BAD_INDENT: indented,
  DUPLICATE_KEY: { found: 'the same name is given twice in one block', instead: 'Keep one of the two.' },
  BLOCK_AS_IMPLICIT_KEY: { found: 'a second colon stands in a text without quotes', instead: 'Put the text in double quotes.' },
  MULTILINE_IMPLICIT_KEY: {
    found: 'a name has no colon and space after it',
    instead: 'Write `name: value`, with a space after the colon.',
  },
  BAD_SCALAR_START: {
    found: 'a text without quotes begins with a sign that means something else',
    instead: 'Put the text in double quotes.',
  },
  BAD_DQ_ESCAPE: { found: 'a \\ stands in a text in double quotes', instead: 'Take the \\ out, or write it twice.' },
  UNEXPECTED_TOKEN: {
    found: 'something stands after the end of a value',
    instead: 'Put the whole text in one pair of double quotes; write a " inside it as \\".',
  },
  MULTIPLE_DOCS: { found: 'a line of three hyphens stands in the file', instead: 'Take it out: a YAML file here is one document.' },
  MISSING_CHAR: {
    found: 'the line is neither `name: value` nor an entry that begins with a hyphen',
    instead: 'Put the colon or the hyphen in, and a space after it.',
  },
  BAD_ALIAS: { found: 'a text without quotes begins with * or &', instead: 'Put the text in double quotes.' },
} satisfies Partial<Record<YAMLParseError['code'], { found: string; instead: string }>>

/** Where a quoted text begins that is never closed, or runs over its line's end and reaches (or nearly reaches) the place of the error. */
const openQuote = (text: string, at: number, never: boolean): number | null => {
  const last = lex(text).findLast(
    ({ offset, token, plain }) => !plain && /^["']/.test(token) && (never || token.trimEnd().includes('\n')) && offset <= at,
  )
  return last && at - (last.offset + last.token.length) < 200 ? last.offset : null
}

/** `-id: x` on the line of the error or on the one before. */
const tightHyphen = (text: string, at: number): number | null => {
  const end = text.indexOf('\n', at)
  const before = text.lastIndexOf('\n', text.lastIndexOf('\n', at - 1) - 1) + 1
  const line = /^[ ]*-[a-z_]+:/m.exec(text.slice(before, end < 0 ? text.length : end))
  return line ? before + line.index : null
}

/** The bracket that is still open at `at`. */
const openBracket = (text: string, at: number): number => {
  const open: number[] = []
  for (const { offset, token, plain } of lex(text)) {
    if (offset >= at) break
    if (plain) continue
    if (token === '[' || token === '{') open.push(offset)
    if (token === ']' || token === '}') open.pop()
  }
  return open.at(-1) ?? at
}
