#!/usr/bin/env node
'use strict'
var fs = require('fs')
var path = require('path')
var launch = require('./launch.cjs')
var root = path.join(__dirname, '..')

if (!launch.handsOver(__filename)) start()

/** Builds when the build is missing or stale, then runs the command. */
function start() {
  // What a start makes is soon garbage. V8 would double the room for new objects again and again for it, to 32 MB, and never give it back:
  // 18 MB of an idle site. It may grow once the site has started (src/processes/site.ts).
  if (process.argv[2] === 'serve') require('v8').setFlagsFromString('--semi-space-growth-factor=1')
  // Where it cannot be written there is none.
  require('module').enableCompileCache(path.join(root, 'node_modules', '.cache', 'waymark-node'))
  mayRun()
    .then((may) => may || build())
    .then(() => import('../dist/cli.js'))
    .catch((error) => {
      console.error(error)
      process.exit(1)
    })
}

function mayRun() {
  if (!fs.existsSync(path.join(root, 'dist', 'fresh.js'))) return Promise.resolve(false)
  return import('../dist/fresh.js').then(
    (built) => built.mayRun(),
    () => false,
  )
}

/** In a process of its own: what the build loads (130 MB) would else stay with the server. */
function build() {
  var why = noBuild()
  var state = fs.existsSync(path.join(root, 'dist')) ? 'is older than what it is made of' : 'is missing'
  if (why) {
    console.error(
      'The build in ' + path.join(root, 'dist') + ' ' + state + ', and ' + why + ': run `npm ci && npm run build` there as its owner.',
    )
    process.exit(2)
  }
  return new Promise((resolve) => {
    launch.run(process.execPath, [path.join(root, 'tools', 'build.ts')], (code) => {
      if (code !== 0) process.exit(code)
      resolve()
    })
  })
}

/** Why nothing can be built here; null where it can. */
function noBuild() {
  try {
    fs.accessSync(root, fs.constants.W_OK)
  } catch (_) {
    return 'its folder cannot be written to'
  }
  return fs.existsSync(path.join(root, 'node_modules', 'esbuild')) ? null : 'what builds it is not installed'
}
