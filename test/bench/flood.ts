/** Sends one form again and again, on so many connections, for so many seconds; prints how many were answered. In a process of its own. */
import { Agent, request } from 'node:http'

const [, , port = '', path = '', body = '', connections = '', seconds = ''] = process.argv
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const until = performance.now() + Number(seconds) * 1000
const answers = new Map<number, number>()
let nth = 0

/** Each from a network of its own: no limit of one holds. */
const network = (): string => `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth++ & 255}`

const once = (): Promise<number> =>
  new Promise((resolve) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': network(),
    }
    const asked = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', () => resolve(0))
    })
    asked.on('error', () => resolve(0))
    asked.end(body)
  })

await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (performance.now() < until) {
      const status = await once()
      answers.set(status, (answers.get(status) ?? 0) + 1)
    }
  }),
)
console.log(JSON.stringify(Object.fromEntries(answers)))
process.exit(0)
