/** Loaded before a measured server: tells its parent, when asked, what it has used so far. */
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system, rss: process.memoryUsage().rss })
})
process.channel?.unref()
