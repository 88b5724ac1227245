/**
 * `node test/drills/upgrade.ts`: nginx with TLS in front of two instances of the public site, a steady stream of readers and forms, and an upgrade of one
 * instance after the other, as docs/guide/running.md says. It prints what was asked, what failed and how long the slowest took; exit code 1
 * where a request was lost. It needs `nginx` and `openssl` on the machine, so it is no part of `npm test`.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'waymark-upgrade-'))
const [tls, plain, ...ports] = [4643, 4680, 4601, 4602]

const startInstance = async (port: number): Promise<ChildProcess> => {
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', WAYMARK_DATA: join(work, 'data'), WAYMARK_PREMAKE: 'off' }
  const instance = spawn(process.execPath, [join(root, 'bin/waymark.cjs'), 'serve', '--only', 'site'], { env, stdio: 'ignore' })
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (answer?.ok) return instance
    await wait(50)
  }
  throw new Error(`the instance on port ${port} did not start`)
}

const stopInstance = async (instance: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => instance.once('exit', resolve))
  instance.kill('SIGTERM')
  await ended
}

/** The sample of `deploy/`, with this machine's ports and paths. */
const writeNginx = (): string => {
  mkdirSync(join(work, 'tmp'))
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-keyout',
      join(work, 'privkey.pem'),
      '-out',
      join(work, 'fullchain.pem'),
    ],
    { stdio: 'ignore' },
  )
  const sample = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8')
    .replaceAll('/etc/nginx/waymark-instances.conf', join(work, 'instances.conf'))
    .replaceAll('/etc/ssl/waymark', work)
    .replaceAll('/var/log/nginx', work)
    .replaceAll('example.org', 'localhost')
    .replace(/listen \[::\]:\d+( ssl)?;\n/g, '')
    .replace('listen 443 ssl', `listen 127.0.0.1:${tls} ssl`)
    .replace('listen 80', `listen 127.0.0.1:${plain}`)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(work, 'tmp')};`).join('\n')
  writeFileSync(join(work, 'nginx.conf'), `pid ${join(work, 'nginx.pid')};\ndaemon off;\nevents {}\nhttp {\n${paths}\n${sample}}\n`)
  return join(work, 'nginx.conf')
}

const instances = (): void =>
  writeFileSync(
    join(work, 'instances.conf'),
    ports
      .map(
        (port) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=2s;
`,
      )
      .join(''),
  )

type Asked = { ms: number; status: number }

const agent = new Agent({ keepAlive: true, maxSockets: 20, rejectUnauthorized: false })
const ask = (path: string, form?: string): Promise<Asked> =>
  new Promise((resolve) => {
    const from = performance.now()
    const end = (status: number): void => resolve({ ms: performance.now() - from, status })
    const headers = { host: 'localhost', ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }
    const sent = request(
      { host: '127.0.0.1', port: tls, path, agent, method: form === undefined ? 'GET' : 'POST', headers },
      (response) => {
        response.resume()
        response.on('end', () => end(response.statusCode ?? 0))
        response.on('error', () => end(0))
      },
    )
    sent.on('error', () => end(0))
    sent.end(form)
  })

/** Some hundred requests a second until it is told to stop. */
const stream = (): { stop(): Promise<Asked[]> } => {
  const asked: Promise<Asked>[] = []
  const timer = setInterval(() => asked.push(ask('/get-help'), ask('/search', 'q=car+wash')), 20)
  return {
    stop: () => {
      clearInterval(timer)
      return Promise.all(asked)
    },
  }
}

const main = async (): Promise<number> => {
  instances()
  const conf = writeNginx()
  const nginx = spawn('nginx', ['-c', conf, '-e', join(work, 'error.log')], { stdio: 'inherit' })
  const running = new Map<number, ChildProcess>()
  try {
    for (const port of ports) running.set(port, await startInstance(port))
    await wait(500)
    const asking = stream()
    await wait(2000)
    for (const [port, instance] of running) {
      await stopInstance(instance)
      running.set(port, await startInstance(port))
      await wait(2500)
    }
    await wait(1000)
    const asked = await asking.stop()
    const lost = asked.filter(({ status }) => status !== 200)
    const times = asked.map(({ ms }) => ms).sort((a, b) => a - b)
    const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(0)} ms`
    console.log(
      `${asked.length} requests while two instances were upgraded: ${lost.length} lost${lost.length ? ` (${[...new Set(lost.map(({ status }) => status))].join(', ')})` : ''}; median ${at(0.5)}, 99 of 100 within ${at(0.99)}`,
    )
    return lost.length ? 1 : 0
  } finally {
    agent.destroy()
    for (const instance of running.values()) instance.kill('SIGTERM')
    nginx.kill('SIGTERM')
    await wait(500)
    rmSync(work, { recursive: true, force: true })
  }
}

process.exitCode = await main()
