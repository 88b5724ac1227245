/** `node:http` sending fixed bytes and headers to every request: what the site's own server is compared with. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [, , headersFile = '', bytesFile = ''] = process.argv
const headers: string[] = JSON.parse(readFileSync(headersFile, 'utf8'))
const bytes = readFileSync(bytesFile)

const server = createServer((request, response) => {
  request.resume()
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log(`plain: http://127.0.0.1:${(server.address() as AddressInfo).port}`))
