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
  if (hyphen !== null) return { offset: hyphen, found: 'there is no space after the hyphen', instead: 'Add a space after the hyphen.' }
  const quote = openQuote(text, at, error.message.startsWith('Missing closing'))
  if (quote !== null) {
    const mark = text[quote] ?? '"'
    return {
      offset: quote,
      found: `a text starts with ${mark}, but there is no ${mark} at the end of the line`,
      instead: `Put ${mark} at the end of the text.`,
    }
  }
  if (error.message.startsWith('Flow ')) {
    const bracket = openBracket(text, at)
    const [open, close] = text[bracket] === '{' ? ['{', '}'] : ['[', ']']
    return { offset: bracket, found: `a ${open} is never closed`, instead: `Add ${close} where it should end.` }
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
    instead: 'Check the indents, quotes and colons on this line and on the line before it.',
  }
}

const indented = {
  found: 'the line is indented more or less than the lines around it',
  instead: 'Start it in the same column as they do.',
}

export const messages = {
  TAB_AS_INDENT: { found: 'there is a tab at the start of the line', instead: 'Use spaces, as many as the line before it has.' },
  BAD_INDENT: indented,
  DUPLICATE_KEY: { found: 'the same name appears twice in one block', instead: 'Keep one of the two.' },
  BLOCK_AS_IMPLICIT_KEY: { found: 'a text without quotes has a second colon in it', instead: 'Put the text in double quotes.' },
  MULTILINE_IMPLICIT_KEY: {
    found: 'there is no colon and space after a name',
    instead: 'Write `name: value`, with a space after the colon.',
  },
  BAD_SCALAR_START: {
    found: 'a text without quotes starts with a character that has a special meaning',
    instead: 'Put the text in double quotes.',
  },
  BAD_DQ_ESCAPE: { found: 'a text in double quotes has a \\ in it', instead: 'Remove the \\, or write it twice.' },
  UNEXPECTED_TOKEN: {
    found: 'there is something after the end of a value',
    instead: 'Put the whole text in one pair of double quotes. Write any " inside it as \\".',
  },
  MULTIPLE_DOCS: {
    found: 'there is a line of three hyphens in the file',
    instead: 'Remove it, because a YAML file here must be one document.',
  },
  MISSING_CHAR: {
    found: 'the line is not `name: value` and does not start with a hyphen',
    instead: 'Add the colon or the hyphen, with a space after it.',
  },
  BAD_ALIAS: { found: 'a text without quotes starts with * or &', instead: 'Put the text in double quotes.' },
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
