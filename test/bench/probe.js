/** Loaded before a measured server: tells its parent, when asked, what it has used so far. Plain JavaScript: taking types away would weigh on what is measured. */
process.on('message', (message) => {
  // Its own workers are started with it too, and are sent other things.
  if (message !== 'used') return
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system, rss: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS * 1024 })
})
process.channel?.unref()
