import { renderSVG } from 'uqr'
import type { Pack } from '../../../content/pack.ts'
import { englishLocale } from '../../../format/locale.ts'
import { messagesIn } from '../../../format/messages.ts'
import type { Edition } from '../../shared/output.ts'
import { lineOf } from '../../shared/paper/lines.ts'
import type { Board, Link } from './deck.ts'

/** The row of an id that a course names. */
export const found = <T extends { id: string }>(rows: readonly T[], id: string): T => {
  const row = rows.find((one) => one.id === id)
  // The loader has looked up every id of a course.
  if (!row) throw new Error(`nothing is called ${id}`)
  return row
}

/** A service as a board to ring: in danger the one in the sun's colour. `label` says for what it is, where its name does not. */
export const boardOf = (pack: Pack, id: string, now: Temporal.Instant, label?: string): Board => {
  const line = lineOf(englishLocale(pack), found(pack.services, id), now)
  return {
    number: line.number ?? messagesIn(pack.words)('site.not-known'),
    label: label ?? line.name,
    hours: line.hours,
    danger: id === pack.roles.emergency,
  }
}

/** The page that says whom to ring now, as a code and in letters. */
export const linkOf = (pack: Pack, { origin }: Edition): Link => {
  const t = messagesIn(pack.words)
  const address = `${origin.replace(/^https?:\/\//, '')}/get-help`
  return { drawing: codeName, alt: t('deck.code', { address }), text: t('deck.address', { address }) }
}

export const codeName = 'get-help-code'
export const codeOf = ({ origin }: Edition): string => renderSVG(`${origin}/get-help`, { ecc: 'M', border: 2 })
