#!/usr/bin/env node
'use strict'
// Plain syntax that any Node reads: it must be able to say that Node is too old.
var fs = require('fs')
var path = require('path')
var root = path.join(__dirname, '..')

if (Number(process.versions.node.split('.')[0]) < 26) handOver()
else start()

/** Started by hand with an older Node: go on with the one that npm installed. */
function handOver() {
  var own = path.join(root, 'node_modules', '.bin', 'node')
  if (!fs.existsSync(own) || process.env.WAYMARK_NODE) {
    console.error('Waymark needs Node 26; this is ' + process.version + '. Run `npm ci` in its folder: that brings the right one.')
    process.exit(2)
  }
  run(own, [__filename].concat(process.argv.slice(2)), process.exit)
}

/** Builds when the build is missing or stale, then runs the command. */
function start() {
  require('module').enableCompileCache(path.join(root, 'node_modules', '.cache', 'waymark-node'))
  isFresh()
    .then((fresh) => fresh || build())
    .then(() => import('../dist/cli.js'))
    .catch((error) => {
      console.error(error)
      process.exit(1)
    })
}

/** In a process of its own: what the build loads (130 MB) would else stay with the server. */
function build() {
  return new Promise((resolve) => {
    run(process.execPath, [path.join(root, 'tools', 'build.ts')], (code) => {
      if (code !== 0) process.exit(1)
      resolve()
    })
  })
}

function isFresh() {
  if (!fs.existsSync(path.join(root, 'dist', 'fresh.js'))) return Promise.resolve(false)
  return import('../dist/fresh.js').then(
    (built) => built.isFresh(),
    () => false,
  )
}

/** Runs a program in our place until it ends, and passes signals on to it. */
function run(program, args, ended) {
  var child = require('child_process').spawn(program, args, {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { WAYMARK_NODE: '1' }),
  })
  var signals = ['SIGTERM', 'SIGINT', 'SIGHUP']
  var pass = (signal) => child.kill(signal)
  signals.forEach((signal) => {
    process.on(signal, pass)
  })
  child.on('error', (error) => {
    console.error('Waymark could not start ' + program + ': ' + error.message)
    process.exit(2)
  })
  child.on('exit', (code, signal) => {
    signals.forEach((name) => {
      process.removeListener(name, pass)
    })
    ended(signal ? 1 : code)
  })
}
