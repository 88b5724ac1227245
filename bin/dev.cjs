'use strict'
// What `npm run <verb>` does: `node bin/dev.cjs <verb>`. No verb is a bare tool, because npm 10 links no `node` for it that is the pinned one.
var fs = require('fs')
var path = require('path')
var launch = require('./launch.cjs')
var root = path.join(__dirname, '..')

var lint = [
  ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  // Each of its checkers works out much of what the others do: more than two cost time on two cores.
  ['node_modules/typescript/bin/tsc', '--noEmit', '--checkers', '2'],
]
var unused = [['node_modules/knip/bin/knip.js', '--no-progress']]
var tests = ['node_modules/vitest/vitest.mjs', 'run']
/** Whoever names some tests wants those alone. */
var testsWith = (args) => (args.length ? [tests] : lint.concat(unused, [tests]))

/** For each verb its steps, one after the other; what stands behind the verb goes to the last. */
var verbs = {
  build: () => [['tools/build.ts', '--tell']],
  test: testsWith,
  'test:all': (args) => {
    process.env.WAYMARK_ALL = '1'
    return testsWith(args)
  },
  lint: () => lint,
  unused: () => unused,
  bench: () => [['test/bench/bench.ts']],
  screens: () => [['tools/screens.ts']],
  'word-ids': () => [['tools/word-ids.ts']],
  permissions: () => [['tools/permissions.ts']],
  structure: () => [['test/structure/structure.ts']],
  crawl: () => [['tools/crawl/crawl.ts']],
}

if (!launch.handsOver(__filename)) start(process.argv[2], process.argv.slice(3))

function start(verb, args) {
  if (!Object.hasOwn(verbs, verb)) stop('Write one of: ' + Object.keys(verbs).join(', ') + '.')
  var steps = verbs[verb](args).map((step) => [path.join(root, step[0])].concat(step.slice(1)))
  steps.push(steps.pop().concat(args))
  next(steps)
}

function next(steps) {
  var step = steps.shift()
  if (!step) return
  if (!fs.existsSync(step[0]) || !fs.existsSync(path.join(root, 'node_modules', 'esbuild')))
    stop('The tools of developers are not installed. Run `npm ci` without --omit=dev.')
  launch.run(process.execPath, step, (code) => {
    if (code !== 0) process.exit(code)
    next(steps)
  })
}

function stop(why) {
  console.error(why)
  process.exit(2)
}
