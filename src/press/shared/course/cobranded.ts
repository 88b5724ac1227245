import type { Pack } from '../../../content/pack.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import type { TrainingProvider } from '../../../domain/training-provider/organisation.ts'
import { messagesIn } from '../../../format/messages.ts'
import type { Edition } from '../output.ts'

/** A logo as it is set: base64 of a PNG, its pixels, and what it shows. */
export type OwnLogo = { png: string; width: number; height: number; alt: string }

/** What stands on the cover of what is made for one organisation. */
export type Own = { line: string; logo: OwnLogo | null }

/** For the data of an output: nothing at all where it is made for everybody. */
export const ownOf = (pack: Pack, { organisation }: Pick<Edition, 'organisation'>): { own?: Own } => {
  if (!organisation) return {}
  const { name, logo } = organisation
  const t = messagesIn(pack.words)
  return { own: { line: t('own.for', { name }), logo: logo ? { ...logo, alt: t('own.logo', { name }) } : null } }
}

/**
 * The pack with the organisation's lead and number where its course speaks of one's own lead: on the slide, in the notes, in the text
 * to read. The emergency number stands before them.
 */
export const ownPack = (pack: Pack, organisation: TrainingProvider): Pack => ({
  ...pack,
  course: {
    ...pack.course,
    parts: pack.course.parts.map((part) => ({ ...part, slides: part.slides.map((slide) => ownSlide(pack, slide, organisation)) })),
  },
})

/** A number as it is set: on one line. */
export const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0')

const ownSlide = (pack: Pack, slide: Slide, organisation: TrainingProvider): Slide => {
  if (slide.type !== 'contacts') return slide
  const { name, lead } = organisation
  const number = unbroken(organisation.number)
  const t = messagesIn(pack.words)
  const phone = pack.services.find(({ id }) => id === 'emergency-999')?.phone
  const emergency = phone && phone !== 'unknown' ? phone.display : t('site.not-known')
  return {
    ...slide,
    lead: { name: lead, number },
    points: [t('own.danger', { emergency }), t('own.number', { name }), ...slide.points.slice(1)],
    notes: { ...slide.notes, do: [t('own.expect', { emergency, lead, number }), slide.notes.do].filter(Boolean).join(' ') },
    handbook: `${t('own.read', { name, lead, number, emergency })}\n\n${slide.handbook ?? ''}`,
  }
}
