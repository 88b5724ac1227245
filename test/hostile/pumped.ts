/* Texts on which a regular expression may take long, made from its own parts. */

/** A part of a pattern: what it matches once, how often, and its alternatives where it is a group. */
type Part = { source: string; many: boolean; group: Part[][] | null; silent: boolean }

const quantifier = /[*+?]\??|\{\d+(?:,\d*)?\}\??/y

/** Reads a pattern of JavaScript, as far as its parts and how often each may come. */
const partsOf = (pattern: string, flags: string): Part[][] => {
  let at = 0
  const alternatives = (): Part[][] => {
    const all: Part[][] = [[]]
    while (at < pattern.length && pattern[at] !== ')') {
      if (pattern[at] === '|') {
        at += 1
        all.push([])
      } else all.at(-1)?.push(part())
    }
    return all
  }
  const part = (): Part => {
    const from = at
    let group: Part[][] | null = null
    let silent = false
    if (pattern[at] === '(') {
      const open = /\((?:\?(?:<?[=!]|:|<\w+>|[a-z-]*:))?/y
      open.lastIndex = at
      const [head = '('] = open.exec(pattern) ?? []
      silent = /[=!]$/.test(head)
      at += head.length
      group = alternatives()
      at += 1
    } else if (pattern[at] === '[') {
      let depth = 0
      do {
        if (pattern[at] === '\\') at += 1
        else if (pattern[at] === '[' && (depth === 0 || flags.includes('v'))) depth += 1
        else if (pattern[at] === ']') depth -= 1
        at += 1
      } while (depth > 0)
    } else if (pattern[at] === '\\') {
      const escaped = /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|[\s\S])/y
      escaped.lastIndex = at
      at += escaped.exec(pattern)?.[0].length ?? 2
    } else at += String.fromCodePoint(pattern.codePointAt(at) ?? 0).length
    const source = pattern.slice(from, at)
    quantifier.lastIndex = at
    const times = quantifier.exec(pattern)?.[0] ?? ''
    at += times.length
    const most = /,(\d+)\}/.exec(times)?.[1]
    return { source, group, silent, many: /^[*+]|,\}/.test(times) || Number(most ?? 0) > 100 }
  }
  return alternatives()
}

/** Letters by which a class is known, the plainest first; each stands for many. */
const letters = [...'a 1-."<>/\n\tA_\'&@:;=#[](){}|*+?!%,~`^$\\\r0bxéß', '\u00a0', '\u2066', '\ue000', '😀', 'ا', '٣']

/** Texts that a part matches once: of a class two that differ, so that one of them may meet what follows. */
const samplesOf = ({ source, group, silent }: Part, flags: string): string[] => {
  if (silent || /^(?:\^|\$|\\[bB\dk])/.test(source)) return ['']
  if (group) return group.map((sequence) => sequence.map((one) => samplesOf(one, flags)[0] ?? '').join(''))
  const one = new RegExp(`^${source}$`, flags.replace(/[gym]/g, ''))
  const fitting = [source.replace(/^\\(?=[^a-zA-Z\d])/, ''), ...letters].filter((letter) => one.test(letter))
  return fitting.length
    ? [...new Set([fitting[0] ?? '', fitting.find((letter) => /\s/.test(letter)) ?? '', fitting.at(-1) ?? ''])].filter(Boolean)
    : ['']
}

/** What a text is made of: a beginning, and what comes over and over after it. */
export type Pumped = { before: string; over: string }

export const pumpedOf = (pattern: string, flags: string): Pumped[] => {
  const found = new Map<string, Pumped>()
  const add = (before: string, over: string) => over && found.set(`${before}\0${over}`, { before, over })
  const walk = (sequences: readonly Part[][], outer: string): void => {
    for (const sequence of sequences) {
      let before = outer
      for (const part of sequence) {
        const samples = samplesOf(part, flags)
        if (part.many)
          for (const sample of samples) {
            add(before, sample)
            add('', before + sample)
            add('', before)
            add('', sample)
          }
        if (part.group) walk(part.group, before)
        before += samples[0] ?? ''
      }
      add('', before)
    }
  }
  walk(partsOf(pattern, flags), '')
  return [...found.values()]
}
