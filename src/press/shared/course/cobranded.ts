import type { Pack } from '../../../content/pack.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import type { Logo, TrainingProvider } from '../../../domain/training-provider/training-provider.ts'
import { messagesIn } from '../../../format/messages.ts'
import type { Edition } from '../output.ts'

/** A logo as it is set, with what it shows. */
export type CobrandedLogo = Logo & { alt: string }

/** What stands on the cover of what is made for one training provider. */
export type Cobranded = { line: string; logo: CobrandedLogo | null }

/** For the data of an output: nothing at all where it is made for everybody. */
export const cobrandedOf = (pack: Pack, { provider }: Pick<Edition, 'provider'>): { cobranded?: Cobranded } => {
  if (!provider) return {}
  const { name, logo } = provider
  const t = messagesIn(pack.words)
  return { cobranded: { line: t('own.for', { name }), logo: logo ? { ...logo, alt: t('own.logo', { name }) } : null } }
}

/**
 * The pack with the training provider's lead and number where its course speaks of one's own lead: on the slide, in the notes, in the text
 * to read. The emergency number stands before them.
 */
export const cobrandedPack = (pack: Pack, provider: TrainingProvider): Pack => ({
  ...pack,
  course: {
    ...pack.course,
    parts: pack.course.parts.map((part) => ({ ...part, slides: part.slides.map((slide) => cobrandedSlide(pack, slide, provider)) })),
  },
})

/** A number as it is set: on one line. */
export const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0')

const cobrandedSlide = (pack: Pack, slide: Slide, provider: TrainingProvider): Slide => {
  if (slide.type !== 'contacts') return slide
  const { name, lead } = provider
  const number = unbroken(provider.number)
  const t = messagesIn(pack.words)
  const phone = pack.services.find(({ id }) => id === pack.roles.emergency)?.phone
  const emergency = phone && phone !== 'unknown' ? phone.display : t('site.not-known')
  return {
    ...slide,
    lead: { name: lead, number },
    points: [t('own.danger', { emergency }), t('own.number', { name }), ...slide.points.slice(1)],
    notes: { ...slide.notes, do: [t('own.expect', { emergency, lead, number }), slide.notes.do].filter(Boolean).join(' ') },
    handbook: `${t('own.read', { name, lead, number, emergency })}\n\n${slide.handbook ?? ''}`,
  }
}
