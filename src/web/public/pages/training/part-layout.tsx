import type { Child } from 'hono/jsx'
import { partsOf } from '../../../../domain/training/course.ts'
import type { Part } from '../../../../domain/training/part.ts'
import { type Place, placesOf } from '../../../../domain/training/way.ts'
import { Checked } from '../../../components/checked.tsx'
import type { Locale } from '../../../context/types.ts'
import { Masthead } from '../../layout/masthead.tsx'
import type { PageParts } from '../../layout/page.ts'
import { partAddress } from './page.tsx'

/** What a history calls a part: it names no form of exploitation. */
export const partTitle = ({ t }: Locale, part: Part): string => t('training.part-title', { part: part.title })

/** The shell of a part: its band, its way through the course, what it rests on. */
export const partShell = (
  locale: Locale,
  part: Part,
  body: Child,
  options: { form: boolean; title?: string; faulty?: boolean; sheet?: 'certificate' },
): PageParts => {
  const { t } = locale
  const places = placesOf(locale.pack.course, part.id)
  return {
    title: options.title ?? partTitle(locale, part),
    description: part.lead,
    path: partAddress(part.id),
    exit: true,
    rest: true,
    ...(options.form ? { form: true } : {}),
    ...(options.faulty ? { faulty: true } : {}),
    ...(options.sheet ? { sheet: options.sheet } : {}),
    body: (
      <>
        <Masthead
          locale={locale}
          title={part.title}
          lead={part.lead}
          drawing={part.drawing}
          back={
            <a class="back" href="/training">
              {t('training.all')}
            </a>
          }
        />
        <div class="wrap body two">
          <div class="stack">
            {body}
            <Onward locale={locale} places={places} />
            <Checked locale={locale} of={part} what={t('training.text-of-part')} />
          </div>
          <Parts locale={locale} part={part} places={places} />
        </div>
      </>
    ),
  }
}

/** What comes next. Where the tiers part, a link for each. */
const Onward = ({ locale, places }: { locale: Locale; places: readonly Place[] }) => {
  const { t, pack } = locale
  const titleOf = (id: string) => pack.course.parts.find((part) => part.id === id)?.title ?? id
  const next = new Map(places.flatMap(({ next: id, tier }) => (id ? [[id, tier] as const] : [])))
  return (
    <nav class="screen acts" aria-label={t('training.onward')}>
      {[...next].map(([id, tier]) => (
        <a class="govuk-button" href={partAddress(id)}>
          {next.size > 1 ? t('training.next-in', { tier: tier.name, title: titleOf(id) }) : t('training.next', { title: titleOf(id) })}
        </a>
      ))}
      {next.size ? null : <a href="/training">{t('training.all')}</a>}
    </nav>
  )
}

const Parts = ({ locale, part, places }: { locale: Locale; part: Part; places: readonly Place[] }) => {
  const { t, pack } = locale
  const longest = places.at(-1)
  if (!longest) return null
  return (
    <aside class="tell screen" aria-labelledby="parts">
      <h2 id="parts">{t('training.parts')}</h2>
      {places.map(({ tier, number }) => (
        <p class="small">{t('training.place', { tier: tier.name, number, all: tier.parts.length })}</p>
      ))}
      <nav aria-labelledby="parts">
        <ol class="prose-list">
          {partsOf(pack.course, longest.tier).map(({ id, title }) => (
            <li>{id === part.id ? <b aria-current="page">{title}</b> : <a href={partAddress(id)}>{title}</a>}</li>
          ))}
        </ol>
      </nav>
    </aside>
  )
}
