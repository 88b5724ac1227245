/** Loaded before a measured server: tells its parent, when asked, what it has used so far. Plain JavaScript: taking types away would weigh on what is measured. */
process.on('message', (message) => {
  if (message !== 'used') return
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system, rss: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS * 1024 })
})
process.channel?.unref()
// Its own workers are not started with it: one whose channel holds nothing ends before it has drawn anything.
const at = process.execArgv.indexOf('--import')
if (at >= 0) process.execArgv.splice(at, 2)
