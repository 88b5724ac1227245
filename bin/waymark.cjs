#!/usr/bin/env node
'use strict'
// Plain syntax that any Node reads: it must be able to say that Node is too old.
var major = Number(process.versions.node.split('.')[0])
if (major < 26) {
  var fs = require('fs')
  var path = require('path')
  var own = path.join(__dirname, '..', 'node_modules', '.bin', 'node')
  if (fs.existsSync(own) && !process.env.WAYMARK_NODE) {
    // Started by hand with an older Node: go on with the one that npm installed.
    var child = require('child_process').spawn(own, [__filename].concat(process.argv.slice(2)), {
      stdio: 'inherit',
      env: Object.assign({}, process.env, { WAYMARK_NODE: '1' }),
    })
    ;['SIGTERM', 'SIGINT', 'SIGHUP'].forEach(function (signal) {
      process.on(signal, function () {
        child.kill(signal)
      })
    })
    child.on('exit', function (code, signal) {
      process.exit(signal ? 1 : code)
    })
  } else {
    console.error('Waymark needs Node 26; this is ' + process.version + '. Run `npm ci` in its folder: that brings the right one.')
    process.exit(2)
  }
} else {
  import('../tools/build.ts')
    .then(function (tools) {
      return tools.build()
    })
    .then(function () {
      return import('../dist/cli.js')
    })
    .catch(function (error) {
      console.error(error)
      process.exit(1)
    })
}
