import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Says at the end of a run what was run, by project and folder in the order in which each began: how many files and tests, and how long
 * they took. Workers run beside one another, so the times add up to more than the run took.
 */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const begun = modules.toSorted((a, b) => startOf(a) - startOf(b))
    const folders = Map.groupBy(begun, (module) => `${module.project.name} ${folderOf(module)}`)
    const rows = [...folders].map(([name, own]) => {
      const [project = '', folder = ''] = name.split(' ')
      const tests = own.reduce((sum, module) => sum + [...module.children.allTests()].length, 0)
      const seconds = own.reduce((sum, module) => sum + module.diagnostic().duration, 0) / 1000
      return { project, folder, files: own.length, tests, seconds }
    })
    if (rows.length < 2) return
    const order = [...new Set(rows.map(({ project }) => project))]
    console.log('\n project      folder                 files  tests  seconds')
    for (const { project, folder, files, tests, seconds } of rows.toSorted((a, b) => order.indexOf(a.project) - order.indexOf(b.project)))
      console.log(
        ` ${project.padEnd(12)} ${folder.padEnd(22)} ${String(files).padStart(5)} ${String(tests).padStart(6)} ${seconds.toFixed(1).padStart(8)}`,
      )
  }
}

const folderOf = ({ moduleId, project }: TestModule): string => relative(project.config.root, moduleId).split('/').slice(0, 2).join('/')

const startOf = (module: TestModule): number => {
  for (const test of module.children.allTests()) {
    const { startTime } = test.diagnostic() ?? {}
    if (startTime) return startTime
  }
  return Number.POSITIVE_INFINITY
}
