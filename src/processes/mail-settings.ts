import { z } from 'zod'

const address = /^(?:[^<>@\r\n]*<)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/

export const mailShape = {
  /** The server that mail is sent through. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an address such as smtps://user:password@mail.example.org' }).optional(),
  /** The address that mail is from. */
  SMTP_FROM: z.string().regex(address, 'an email address such as desk@example.org, or Name <desk@example.org>').optional(),
  /** Who is sent the head of the audit each day: somebody who cannot change the database. */
  AUDIT_HEAD_TO: z
    .string()
    .regex(/^[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+$/, 'one email address')
    .optional(),
}
type Given = z.infer<z.ZodObject<typeof mailShape>>

/** Without a server, or an address that it is from, no mail can go out. */
export const mailAllOrNone = ({ SMTP_URL, SMTP_FROM, AUDIT_HEAD_TO }: Given, context: z.RefinementCtx): void => {
  const missing = (name: keyof Given, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  if (SMTP_URL && !SMTP_FROM) missing('SMTP_FROM', 'the address that mail is from, or leave out SMTP_URL too')
  if (SMTP_FROM && !SMTP_URL) missing('SMTP_URL', 'the address of your mail server, or leave out SMTP_FROM too')
  if (AUDIT_HEAD_TO && !SMTP_URL) missing('SMTP_URL', 'the address of your mail server, or leave out AUDIT_HEAD_TO too')
}
