import type { Child } from 'hono/jsx'
import { partsOf } from '../../../domain/training/course.ts'
import type { Part } from '../../../domain/training/part.ts'
import { type Place, placesOf } from '../../../domain/training/way.ts'
import { Checked } from '../../components/checked.tsx'
import type { Site } from '../../context/site.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Masthead } from '../pages/intro.tsx'
import { partAddress } from './overview.tsx'

/** The shell of a part: its band, its way through the course, what it rests on. */
export const partShell = (site: Site, part: Part, body: Child, options: { form: boolean; title?: string; faulty?: boolean }): PageParts => {
  const { say } = site
  const places = placesOf(site.pack.course, part.id)
  return {
    title: options.title ?? say('training.part-title', { part: part.title }),
    description: part.lead,
    path: partAddress(part.id),
    exit: true,
    rest: true,
    ...(options.form ? { form: true } : {}),
    ...(options.faulty ? { faulty: true } : {}),
    body: (
      <>
        <Masthead
          site={site}
          title={part.title}
          lead={part.lead}
          drawing={part.drawing}
          back={
            <a class="back" href="/training">
              {say('training.all')}
            </a>
          }
        />
        <div class="wrap body two">
          <div class="stack">
            {body}
            <Onward site={site} places={places} />
            <Checked site={site} of={part} />
          </div>
          <Parts site={site} part={part} places={places} />
        </div>
      </>
    ),
  }
}

/** What comes next. Where the tiers part, a link for each. */
const Onward = ({ site, places }: { site: Site; places: readonly Place[] }) => {
  const { say, pack } = site
  const titleOf = (id: string) => pack.course.parts.find((part) => part.id === id)?.title ?? id
  const next = new Map(places.flatMap(({ next: id, tier }) => (id ? [[id, tier] as const] : [])))
  return (
    <nav class="screen acts" aria-label={say('training.onward')}>
      {[...next].map(([id, tier]) => (
        <a class="govuk-button" href={partAddress(id)}>
          {next.size > 1 ? say('training.next-in', { tier: tier.name, title: titleOf(id) }) : say('training.next', { title: titleOf(id) })}
        </a>
      ))}
      {next.size ? null : <a href="/training">{say('training.all')}</a>}
    </nav>
  )
}

const Parts = ({ site, part, places }: { site: Site; part: Part; places: readonly Place[] }) => {
  const { say, pack } = site
  const longest = places.at(-1)
  if (!longest) return null
  return (
    <aside class="tell screen" aria-labelledby="parts">
      <h2 id="parts">{say('training.parts')}</h2>
      {places.map(({ tier, number }) => (
        <p class="small">{say('training.place', { tier: tier.name, number, all: tier.parts.length })}</p>
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
