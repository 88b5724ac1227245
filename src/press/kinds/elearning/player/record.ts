/** Where somebody stands in the course. */
export type Progress = {
  /** Id of the part that they read last. */
  at: string
  seen: readonly string[]
  /** Id of the choice, by id of the question. */
  answers: Readonly<Record<string, string>>
  /** Parts whose check was answered. */
  checked: readonly string[]
  /** The day on which they passed, `2026-11-27`. null: not yet. */
  passed: string | null
}

export const fresh: Progress = { at: '', seen: [], answers: {}, checked: [], passed: null }

/** What the course asks: by part with a check, the right choice of each question. `parts`: all of them. `learnt`: name of the tier and version that it teaches. */
export type Asked = {
  learnt: string
  parts: readonly string[]
  checks: Readonly<Record<string, Readonly<Record<string, string>>>>
  pass: number
}

/** The text that a learning system keeps for us: SCORM 1.2 gives it 4,096 letters (cmi.suspend_data). */
export const keep = ({ at, seen, answers, checked, passed }: Progress, learnt: string): string =>
  JSON.stringify([2, learnt, at, seen, answers, checked, passed])

const isText = (value: unknown): value is string => typeof value === 'string'
const isDay = (value: unknown): value is string => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value)
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : [])

/**
 * What was kept of this version of the course. Whatever else stands there is a fresh start, also what was kept of an older version: whoever passed
 * that one has not learned this one, and the package would report that they had.
 */
export const recall = (kept: string, asked: Asked): Progress => {
  try {
    const [form, learnt, at, seen, answers, checked, passed] = JSON.parse(kept) as unknown[]
    if (form !== 2 || learnt !== asked.learnt) return fresh
    const known = Object.values(asked.checks).flatMap((items) => Object.keys(items))
    const given = Object.entries((answers ?? {}) as Record<string, unknown>)
    const isPart = (id: string) => asked.parts.includes(id)
    return {
      at: isText(at) && isPart(at) ? at : '',
      seen: texts(seen).filter(isPart),
      answers: Object.fromEntries(given.filter((row): row is [string, string] => known.includes(row[0]) && isText(row[1]))),
      checked: texts(checked).filter((id) => Object.keys(asked.checks).includes(id)),
      passed: isDay(passed) ? passed : null,
    }
  } catch {
    return fresh
  }
}

export type Result = {
  /** Of all questions, those with a right answer in a check that was answered. */
  right: number
  all: number
  /** So many must be right. */
  needed: number
  /** Parts that were not read, and checks that were not answered. */
  left: readonly string[]
  /** null: something is left to do. */
  outcome: 'passed' | 'failed' | null
  /** Share of what there is to do that is done, from 0 to 1. */
  done: number
}

/** So many answers must be right. */
export const neededOf = (all: number, pass: number): number => Math.ceil((all * pass) / 100)

/** Once passed stays passed: whoever answers again to learn loses nothing. */
export const resultOf = ({ seen, answers, checked, passed }: Progress, { parts, checks, pass }: Asked): Result => {
  const all = Object.values(checks).reduce((sum, items) => sum + Object.keys(items).length, 0)
  const right = checked.reduce(
    (sum, id) => sum + Object.entries(checks[id] ?? {}).filter(([item, choice]) => answers[item] === choice).length,
    0,
  )
  const needed = neededOf(all, pass)
  const left = parts.filter((id) => !seen.includes(id) || (id in checks && !checked.includes(id)))
  const enough = right >= needed
  return {
    right,
    all,
    needed,
    left,
    outcome: left.length ? null : passed !== null || enough ? 'passed' : 'failed',
    done: parts.length ? (parts.length - left.length) / parts.length : 0,
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A length of time as SCORM 1.2 writes it (CMITimespan, `0000:00:00.00`); 9999 hours at most. */
export const timespan12 = (milliseconds: number): string => {
  const seconds = Math.min(9999 * 3600 + 3599, Math.max(0, Math.floor(milliseconds / 1000)))
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.00`
}

/** The same as SCORM 2004 writes it (timeinterval, `PT0H0M0S`). */
export const timespan2004 = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`
}
