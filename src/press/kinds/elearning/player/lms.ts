import { type Answered, interaction12, interaction2004, tellAnswers } from './interactions.ts'
import { tellObjective } from './objective.ts'
import type { Progress, Result } from './record.ts'
import { keep, timespan12, timespan2004 } from './record.ts'

/** A learning system: what it kept for this learner, and how it is told more. */
export type Lms = {
  kept: string
  /** False where it would not take one of the values. */
  tell(progress: Progress, result: Result): boolean
  /** Answers that were given just now. What is told next has them kept. */
  answered(answers: readonly Answered[], language: string): void
  /** The learner leaves; `time` in milliseconds since they came. */
  leave(result: Result, time: number): void
}

type Api12 = Record<'LMSInitialize' | 'LMSCommit' | 'LMSFinish' | 'LMSGetValue', (value: string) => unknown> & {
  LMSSetValue(name: string, value: string): unknown
}
type Api2004 = Record<'Initialize' | 'Commit' | 'Terminate' | 'GetValue', (value: string) => unknown> & {
  SetValue(name: string, value: string): unknown
}
type Frame = { parent?: Frame; opener?: Frame | null; API?: Api12; API_1484_11?: Api2004 }

/** Looks for the learning system as SCORM 2004 RTE 3.3.6 and SCORM 1.2 RTE 3.3.6.1 say: up through the frames, then through the window that opened this one. */
const find = <T>(from: Frame, pick: (frame: Frame) => T | undefined): T | undefined => {
  const upward = (start: Frame | null | undefined): T | undefined => {
    let frame = start
    for (let step = 0; frame && step < 50; step += 1) {
      try {
        const found = pick(frame)
        if (found) return found
      } catch {
        // A frame of another site: what lies above it may still be ours.
      }
      if (frame.parent === frame) return undefined
      frame = frame.parent
    }
    return undefined
  }
  let above: Frame | null | undefined
  try {
    above = from.parent === from ? from.opener : (from.opener ?? topOf(from)?.opener)
  } catch {
    above = null
  }
  return upward(from) ?? upward(above)
}

const topOf = (frame: Frame): Frame | undefined => {
  let top: Frame | undefined = frame
  for (let step = 0; step < 50 && top?.parent && top.parent !== top; step += 1) top = top.parent
  return top
}

const yes = (value: unknown): boolean => String(value) === 'true'

/** The learning system that holds this page, begun; null where there is none. One edition stands in a package, but a system may speak both. `learnt`: name of the tier and version. */
export const beginLms = (window: unknown, learnt: string): Lms | null => {
  const newer = find(window as Frame, (frame) => frame.API_1484_11)
  if (newer && yes(newer.Initialize(''))) return lms2004(newer, learnt)
  const older = find(window as Frame, (frame) => frame.API)
  if (older && yes(older.LMSInitialize(''))) return lms12(older, learnt)
  return null
}

const scores = (right: number, all: number) =>
  [
    ['score.min', '0'],
    ['score.max', '100'],
    ['score.raw', String(Math.round((right / all) * 100))],
  ] as const

/** SCORM 1.2 RTE 3.4.4: one status says both whether it is done and whether it is passed. */
const lms12 = (api: Api12, learnt: string): Lms => {
  const get = (name: string) => String(api.LMSGetValue(name) ?? '')
  const set = (name: string, value: string) => yes(api.LMSSetValue(name, value))
  const status = String(api.LMSGetValue('cmi.core.lesson_status'))
  if (status === 'not attempted' || status === '') set('cmi.core.lesson_status', 'incomplete')
  return {
    kept: get('cmi.suspend_data'),
    tell: (progress, { right, all, outcome }) => {
      const taken = [set('cmi.core.lesson_location', progress.at), set('cmi.suspend_data', keep(progress, learnt))]
      // A score may make the system say passed or failed by itself, so it is told once there is nothing left to do.
      if (outcome)
        taken.push(
          set('cmi.core.score.min', '0'),
          set('cmi.core.score.max', '100'),
          set('cmi.core.score.raw', String(Math.round((right / all) * 100))),
          set('cmi.core.lesson_status', outcome),
        )
      if (outcome) tellObjective(learnt, [['status', outcome], ...scores(right, all)], get, set)
      return yes(api.LMSCommit('')) && taken.every(Boolean)
    },
    answered: (answers) => tellAnswers(answers.map(interaction12), get, set),
    leave: ({ outcome }, time) => {
      set('cmi.core.session_time', timespan12(time))
      set('cmi.core.exit', outcome === 'passed' ? '' : 'suspend')
      api.LMSCommit('')
      api.LMSFinish('')
    },
  }
}

/** SCORM 2004 4th Edition RTE 4.2: done and passed are apart. */
const lms2004 = (api: Api2004, learnt: string): Lms => {
  const get = (name: string) => String(api.GetValue(name) ?? '')
  const set = (name: string, value: string) => yes(api.SetValue(name, value))
  const status = String(api.GetValue('cmi.completion_status'))
  if (status === 'unknown' || status === 'not attempted' || status === '') set('cmi.completion_status', 'incomplete')
  return {
    kept: get('cmi.suspend_data'),
    tell: (progress, { right, all, outcome, done }) => {
      const taken = [
        set('cmi.location', progress.at),
        set('cmi.suspend_data', keep(progress, learnt)),
        set('cmi.progress_measure', String(Number(done.toFixed(2)))),
      ]
      if (outcome)
        taken.push(
          set('cmi.score.min', '0'),
          set('cmi.score.max', '100'),
          set('cmi.score.raw', String(Math.round((right / all) * 100))),
          set('cmi.score.scaled', String(Number((right / all).toFixed(4)))),
          set('cmi.completion_status', 'completed'),
          set('cmi.success_status', outcome),
        )
      if (outcome) tellObjective(learnt, [['success_status', outcome], ['completion_status', 'completed'], ...scores(right, all)], get, set)
      return yes(api.Commit('')) && taken.every(Boolean)
    },
    answered: (answers, language) =>
      tellAnswers(
        answers.map((answer) => interaction2004(answer, language)),
        get,
        set,
      ),
    leave: ({ outcome }, time) => {
      set('cmi.session_time', timespan2004(time))
      set('cmi.exit', outcome === 'passed' ? 'normal' : 'suspend')
      api.Commit('')
      api.Terminate('')
    },
  }
}
