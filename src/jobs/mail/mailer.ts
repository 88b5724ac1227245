import { JobFault } from '../fault.ts'

/** `attached`: a file that goes with it. */
export type Letter = { to: string; subject: string; text: string; attached?: { name: string; type: string; content: Uint8Array } }

/** `refused`: the server will never take it. Whatever is worth another try is thrown, as a JobFault. */
export type Mailer = { send(letter: Letter): Promise<'sent' | 'refused'> }

export type MailSettings = { url: string; from: string; name: string }

/** In ms. A server that takes the connection and says no more must not hold a worker. */
export type MailTimes = { connect: number; greet: number; silent: number }
const usual: MailTimes = { connect: 10_000, greet: 10_000, silent: 20_000 }

/** Hosts that a mail reaches without a network. */
const here = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Sends plain text, one mail a connection. A mail may hold a link that lets somebody in: to another host it goes encrypted, or not at all.
 * `name`: how this host calls itself to the server, which is the desk's and not the machine's.
 */
export const openMailer = ({ url, from, name }: MailSettings, times: MailTimes = usual): Mailer => {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const options = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !here.has(hostname),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    name,
    connectionTimeout: times.connect,
    greetingTimeout: times.greet,
    socketTimeout: times.silent,
    dnsTimeout: times.connect,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  /** Loaded with the first mail: most of the time there is none. */
  const transport = async () => (await import('nodemailer')).createTransport(options)
  return {
    send: async ({ to, subject, text, attached }) => {
      try {
        await (await transport()).sendMail({
          from,
          // An object: a name or an address is never read as a list of several.
          to: { name: '', address: to },
          subject,
          text,
          ...(attached
            ? { attachments: [{ filename: attached.name, contentType: attached.type, content: Buffer.from(attached.content) }] }
            : {}),
          xMailer: false,
          // RFC 3834 5: nobody's holiday answers it.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
        return 'sent'
      } catch (error) {
        const fault = faultOf(error)
        if (fault === 'mail-refused') return 'refused'
        throw new JobFault(fault)
      }
    },
  }
}

/** `originalCode`: what Node said, of a certificate for instance. */
type SmtpError = { code?: string; originalCode?: string; responseCode?: number }

/** What went wrong, as a code: what a server answers may hold the address. */
const faultOf = (error: unknown): string => {
  const { code = '', originalCode = '', responseCode = 0 } = error as SmtpError
  if (code === 'EAUTH') return 'mail-login'
  if (code === 'ETLS' || /CERT|SELF_SIGNED|SSL|TLS/.test(originalCode)) return 'mail-tls'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return responseCode >= 500 ? 'mail-refused' : 'mail-later'
  if (code === 'ETIMEDOUT') return 'mail-slow'
  return 'mail-unreachable'
}
