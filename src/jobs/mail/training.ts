import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { linkHash } from '../../commands/attend/answer-event.ts'
import { registerHash } from '../../commands/attend/parts.ts'
import { stopAddress, stopToken } from '../../commands/attend/stop-mail.ts'
import { certificateCode, grouped } from '../../domain/register/codes.ts'
import { nameKey } from '../../domain/register/names.ts'
import { registerLength } from '../../domain/register/register.ts'
import { enoughVersions, wholeBefore } from '../../domain/register/standing.ts'
import { lessonOf } from '../../domain/training/lesson.ts'
import { lessonMinutes } from '../../format/lesson.ts'
import { messagesIn } from '../../format/messages.ts'
import { fullDate, longDate } from '../../format/when.ts'
import { certificatesOf } from '../../press/kinds/certificate/data.ts'
import type { Desk, Written } from './letters.ts'
import type { Letter } from './mailer.ts'

type Row = {
  kind: 'certificate' | 'update-first' | 'update-again' | 'ends-soon' | 'half-year' | 'month'
  whom: string
  name: string
  email: string
  partner_id: string | null
  partner: string | null
  about: string
  /** Nobody but whoever typed it says that the name or the address is theirs: they only ever learned alone. */
  alone: boolean
} & Held
type Held = {
  tier: string
  version: string
  learnt_on: string
  ends_on: string | null
  code: string
  demonstration: boolean
  /** Where the holder worked when it was made. */
  organisation: string | null
  /** Of the name that it was made with. */
  hash: Buffer | null
  by_update: boolean | null
  whole_on: string | null
  whole_gave: string | null
}

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** Mail about training: to a holder of a certificate, or to whoever looks after training at a partner. It promotes nothing, and its last line stops it. */
export const training = async (desk: Desk, id: string): Promise<Written | null> => {
  const { site } = desk
  const { rows } = await sql<Row>`select * from mail_training(${id}::uuid)`.execute(desk.db)
  const [row] = rows
  if (!row) return null
  const link = row.kind === 'half-year' ? await freshLink(desk, row.about) : ''
  const said = row.kind === 'month' ? await ofMonth(desk, row) : ofHolder(desk, site, { ...row, link })
  if (!said) return null
  const { t, parts } = desk
  const check = `${site}/training/certificate`
  const { name: partnership } = parts.pack.partnership
  const paragraphs = [
    row.alone ? t('training-mail.hello-alone') : t('training-mail.hello', { name: row.name }),
    ...said.paragraphs(check),
    `${t('training-mail.stop')}\n${site}${stopAddress}?t=${stopToken(parts.pepper, row.whom)}`,
    t('training-mail.end', { partnership }),
  ]
  const attached = row.kind === 'certificate' ? await paperOf(desk, row) : null
  const letter = { to: row.email, subject: said.subject, text: `${paragraphs.join('\n\n')}\n`, ...(attached ? { attached } : {}) }
  const about: Pick<Written, 'object' | 'id' | 'owner'> =
    row.kind === 'month' ? { object: 'person', id: row.whom, owner: row.whom } : { object: 'learner', id: row.whom, owner: null }
  return { letter, ...about }
}

/**
 * The certificate itself, as the desk prints it. Null: it cannot be drawn now, a letter of the name cannot be printed, or its holder is called something
 * else by now: the mail has its code all the same.
 */
const paperOf = async ({ draw, parts, site }: Desk, row: Row): Promise<Letter['attached'] | null> => {
  const { code, name, tier, version: taught, demonstration, organisation, partner: gave, hash } = row
  if (!draw || !hash?.equals(registerHash(parts.pepper, 'holder', code + nameKey(name)))) return null
  const ends = row.ends_on === null ? null : day(row.ends_on)
  const held = { code, name, organisation, tier, taught, learnt: day(row.learnt_on), ends, gave, update: wholeBefore(row), demonstration }
  const output = certificatesOf(parts.pack, site, [held])
  try {
    return { name: output.file, type: 'application/pdf', content: await draw(output) }
  } catch {
    return null
  }
}

type Said = { subject: string; paragraphs(check: string): string[] }

/** Lets whoever has it answer once, half a year on. It is drawn by chance, so that nothing that is kept says whose it is. */
const freshLink = async ({ db, parts }: Desk, event: string): Promise<string> => {
  const link = certificateCode(randomBytes(16))
  await sql`select keep_evaluation_link(${event}, ${linkHash(parts.pepper, link)})`.execute(db)
  return link
}

/** Null: by now there is nothing to say. */
const ofHolder = ({ t, parts }: Desk, site: string, { kind, link, ...row }: Row & { link: string }): Said | null => {
  const { course, partnership } = parts.pack
  const tier = course.tiers.find(({ id }) => id === row.tier)
  const today = parts.now().toZonedDateTimeISO(partnership.timezone).toPlainDate()
  if (!tier) return null
  const code = grouped(row.code)
  const values = { course: course.title, tier: tier.name, partnership: partnership.name, code }
  if (kind === 'certificate')
    return {
      subject: t('training-mail.certificate-subject'),
      paragraphs: (check) => [
        `${t('training-mail.certificate', values)}\n${code}`,
        `${t('training-mail.certificate-after')}\n${check}`,
        t('training-mail.certificate-paper'),
        ...(row.demonstration ? [t('training-mail.certificate-demonstration')] : []),
      ],
    }
  if (kind === 'half-year')
    return {
      subject: t('training-mail.half-year-subject', values),
      paragraphs: (check) => [
        `${t('training-mail.half-year', { ...values, date: fullDate(day(row.learnt_on)) })}\n${site}/in/feedback?e=${grouped(link)}`,
        t('training-mail.half-year-after'),
        `${t('training-mail.half-year-check')}\n${check}`,
      ],
    }
  const ended = row.ends_on !== null && Temporal.PlainDate.compare(day(row.ends_on), today) < 0
  if (ended) return null
  if (kind === 'ends-soon') {
    if (row.ends_on === null) return null
    const date = longDate(day(row.ends_on))
    return {
      subject: t('training-mail.ends-soon-subject', { date }),
      paragraphs: (check) => [
        `${t('training-mail.ends-soon', { ...values, date })}\n${site}/training`,
        `${t('training-mail.ends-soon-after', values)}\n${check}`,
      ],
    }
  }
  // What is taught may have been changed back since.
  const lesson = lessonOf(course, tier, row.version)
  if (!lesson) return null
  const minutes = lessonMinutes(messagesIn(parts.pack.words), course, lesson, site)
  return {
    subject: t(kind === 'update-again' ? 'training-mail.update-again-subject' : 'training-mail.update-first-subject'),
    paragraphs: (check) => [
      `${t('training-mail.update', { ...values, minutes, date: fullDate(day(row.learnt_on)) })}\n${site}/training/update?c=${row.code}`,
      `${t('training-mail.update-after', values)}\n${check}`,
    ],
  }
}

/** Counts of one partner, tier by tier; no names. */
const ofMonth = async ({ db, t, parts }: Desk, { partner_id, partner, about }: Row): Promise<Said | null> => {
  const { course, partnership, registerRules } = parts.pack
  const today = parts.now().toZonedDateTimeISO(partnership.timezone).toPlainDate()
  const [length, soon] = [registerLength(registerRules, 'certificate-ends'), registerLength(registerRules, 'ends-soon')]
  const wholeFrom = length ? today.subtract(length) : null
  const soonBefore = wholeFrom && soon ? wholeFrom.add(soon) : null
  const lines: string[] = []
  for (const tier of course.tiers) {
    const { rows } = await sql<{ current: number; outdated: number; soon: number; ended: number }>`
      select * from partner_standing(${partner_id}, ${tier.id}, ${[...enoughVersions(course, tier)]}::text[], ${wholeFrom?.toString() ?? null}::date, ${soonBefore?.toString() ?? null}::date)`.execute(
      db,
    )
    const [row] = rows
    if (!row || row.current + row.outdated + row.ended === 0) continue
    const { current, outdated: update, ended } = row
    lines.push(
      t('training-mail.month-tier', { tier: tier.name, current, update, soon: row.soon, ended, days: soon?.total({ unit: 'days' }) ?? 0 }),
    )
  }
  if (!lines.length) return null
  const month = Temporal.PlainYearMonth.from(about).toPlainDate({ day: 1 }).toLocaleString('en-GB', { month: 'long', year: 'numeric' })
  const values = { partner: partner ?? '', month, course: course.title, partnership: partnership.name }
  return {
    subject: t('training-mail.month-subject', values),
    paragraphs: (check) => [t('training-mail.month', values), lines.join('\n\n'), `${t('training-mail.month-after')}\n${check}`],
  }
}
