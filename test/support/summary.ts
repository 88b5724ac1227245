import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Says at the end of a run what was run, by project and folder in the order in which each began: after how many seconds, how many files and
 * tests, and how long they took. Workers run beside one another, so the times add up to more than the run took. Then which files ended last: what a run waits
 * for is what to look at, or to begin earlier (vitest.config.ts).
 */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.flatMap((module) => fileOf(module) ?? []).toSorted((a, b) => a.from - b.from)
    const [first] = files
    if (!first || files.length < 2) return
    const since = (time: number): string => ((time - first.from) / 1000).toFixed(0)
    const folders = Map.groupBy(files, ({ project, path }) => `${project} ${path.split('/').slice(0, 2).join('/')}`)
    const projects = [...new Set(files.map(({ project }) => project))]
    const rows = [...folders].map(([name, own]) => row(name, since(own[0]?.from ?? first.from), own))
    const head = ['project', 'folder', 'began', 'files', 'tests', 'seconds']
    const grouped = projects.flatMap((project) => rows.filter(([of]) => of === project))
    console.log()
    for (const line of [head, ...grouped, row('all', '', files)]) console.log(laid(line))
    const last = files.toSorted((a, b) => b.to - a.to).slice(0, 3)
    console.log(` Ended last: ${last.map(({ path, from, to }) => `${path} (from ${since(from)} s to ${since(to)} s)`).join(', ')}.`)
  }
}

type Ran = { project: string; path: string; from: number; to: number; tests: number; seconds: number }

/** The project of a file (vitest.config.ts), also where all run as one. */
const projectOf = (path: string): string => {
  if (/^test\/(?:accessibility|journeys|static)\//.test(path)) return 'browser'
  return /^(?:src\/(?:content|cli)\/|test\/(?!structure\/))/.test(path) ? 'integration' : 'unit'
}

/** A file that ran; null where all of it was left out. */
const fileOf = (module: TestModule): Ran | null => {
  const tests = [...module.children.allTests()]
  const times = tests.flatMap((test) => test.diagnostic() ?? [])
  if (!times.length) return null
  const path = relative(module.project.config.root, module.moduleId)
  return {
    project: projectOf(path),
    path,
    from: Math.min(...times.map(({ startTime }) => startTime)),
    to: Math.max(...times.map(({ startTime, duration }) => startTime + duration)),
    tests: tests.length,
    seconds: module.diagnostic().duration / 1000,
  }
}

const row = (name: string, began: string, files: readonly Ran[]): string[] => {
  const [project = '', folder = ''] = name.split(' ')
  const sum = (of: (file: Ran) => number): number => files.reduce((total, file) => total + of(file), 0)
  return [project, folder, began, String(files.length), String(sum(({ tests }) => tests)), sum(({ seconds }) => seconds).toFixed(1)]
}

const widths = [12, 22, 6, 6, 6, 8]
const laid = (cells: readonly string[]): string =>
  ` ${cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' ')}`
