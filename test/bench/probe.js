/** Loaded before a measured server: tells its parent, when asked, what it has used so far. Plain JavaScript: taking types away would weigh on what is measured. */
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system, rss: process.memoryUsage().rss })
})
process.channel?.unref()
