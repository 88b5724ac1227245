import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

/** A port of this machine on which nothing listens, at this moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
