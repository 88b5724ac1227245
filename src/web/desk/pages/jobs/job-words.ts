import type { DeskId } from '../../../../content/word-ids.ts'
import type { DeskWords } from '../../context/words.ts'

/** Why a job did not come off, and what to do, by its code. */
const whys = {
  'no-mail-server': 'job-why.no-mail-server',
  'mail-refused': 'job-why.mail-refused',
  'mail-login': 'job-why.mail-login',
  'mail-tls': 'job-why.mail-tls',
  'mail-later': 'job-why.mail-later',
  'mail-slow': 'job-why.mail-slow',
  'mail-unreachable': 'job-why.mail-unreachable',
} as const satisfies Record<string, DeskId>

export const whyWords = (t: DeskWords, why: string | null): string => t(whys[why as keyof typeof whys] ?? 'job-why.other')

const kinds = {
  invitation: 'job.invitation',
  'invitation-ends': 'job.invitation-ends',
  'shift-asked': 'job.shift-asked',
  'shift-unanswered': 'job.shift-unanswered',
  'swap-asked': 'job.swap-asked',
  training: 'job.training',
  'audit-head': 'job.mail-audit-head',
  'concern-waits': 'job.concern',
  'concern-offered': 'job.concern',
  'concern-given': 'job.concern',
  'concern-answered': 'job.concern',
  'place-free': 'job.place',
  'event-moved': 'job.place',
  'event-cancelled': 'job.place',
} as const satisfies Record<string, DeskId>

const queues = {
  concerns: 'job.concerns',
  remind: 'job.remind',
  'remove-old': 'job.remove-old',
  'audit-head': 'job.audit-head',
  'end-access': 'job.end-access',
  'tell-booked': 'job.tell-booked',
  'training-mails': 'job.training-mails',
  'training-news': 'job.training-news',
} as const satisfies Record<string, DeskId>

/** Which kind of job it is: what it is about is not said. */
export const jobWords = (t: DeskWords, { queue, mail }: { queue: string; mail: string | null }): string =>
  t((queue === 'mail' ? kinds[mail as keyof typeof kinds] : queues[queue as keyof typeof queues]) ?? 'job.other')
