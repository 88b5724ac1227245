import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Sector } from '../../../domain/signs/signs.ts'
import { NamedFile } from '../../components/file-link.tsx'
import { ForWork } from '../../components/for-work.tsx'
import { Tell } from '../../components/tell.tsx'
import type { Moment, Site } from '../../context/site.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Drawing } from './get-help.tsx'
import { Intro, Masthead } from './intro.tsx'

export const sectorList = ({ site }: Moment): PageParts => {
  const text = site.pack.pages.get('sectors')
  return {
    title: text?.title ?? '',
    description: text?.description ?? '',
    path: '/sectors',
    nav: 'sectors',
    exit: true,
    rest: true,
    body: (
      <>
        <Intro site={site} id="sectors" />
        <div class="wrap body">
          <div class="stack">
            <ForWork site={site} />
            <PlaceCards site={site} sectors={site.pack.sectors} />
            <TrainingLink site={site} />
          </div>
        </div>
      </>
    ),
  }
}

/** The way to the course, for whoever wants to know more. */
const TrainingLink = ({ site }: { site: Site }) => (
  <p class="note screen">
    <a href="/training">{site.say('training.link')}</a>
    <br />
    {site.say('training.link-text')}
    <br />
    <a href="/resources#places">{site.say('sector.sheets')}</a>
  </p>
)

export const PlaceCards = ({ site, sectors }: { site: Site; sectors: readonly Sector[] }) => (
  <ul class="places">
    {sectors.map((sector) => (
      <li>
        <a class="place" href={`/sectors/${sector.id}`}>
          <Drawing site={site} name={sector.id} />
          <span>{sector.name}</span>
        </a>
      </li>
    ))}
  </ul>
)

/** A setting: signs, what to do and not to do, and whom to tell. It prints on one sheet. */
export const sectorPage = (moment: Moment, sector: Sector): PageParts => {
  const { site } = moment
  const { say, pack, markdown } = site
  const text = (words: string) => raw(markdown.inline(words))
  return {
    title: sector.name,
    description: sector.lead,
    path: `/sectors/${sector.id}`,
    nav: 'sectors',
    exit: true,
    rest: true,
    body: (
      <>
        <Masthead
          site={site}
          title={sector.name}
          lead={sector.lead}
          drawing={sector.id}
          back={
            <a class="back" href="/sectors">
              {say('sector.all')}
            </a>
          }
        />
        <div class="wrap body two">
          <div class="stack">
            <Yourself site={site} />
            <AtWork site={site} />
            <section aria-labelledby="see">
              <h2 id="see">{say('sector.see')}</h2>
              <ul class="signs">
                {sector.signs.map((sign) => (
                  <li>
                    <span>{sign}</span>
                  </li>
                ))}
              </ul>
              <p class="note">{say('signs.nothing')}</p>
            </section>
            <section aria-labelledby="do">
              <h2 id="do">{say('sector.do')}</h2>
              <ol class="steps">
                {pack.common.do.map((step) => (
                  <li>
                    <span>{text(step)}</span>
                  </li>
                ))}
              </ol>
            </section>
            <section aria-labelledby="dont">
              <h2 id="dont">{say('sector.dont')}</h2>
              <ul class="dont">
                {pack.common.dont.map((step) => (
                  <li>{text(step)}</li>
                ))}
              </ul>
            </section>
            <Part site={site} sector={sector} />
            <Types site={site} sector={sector} />
            <p class="screen">
              <NamedFile moment={moment} file={`leaflet-${sector.id}.pdf`}>
                {say('sector.sheet')}
              </NamedFile>
            </p>
          </div>
          <Tell moment={moment} sector={sector} />
        </div>
      </>
    ),
  }
}

/** For the worker who finds their own place here. Not on paper: nobody can press it there, and the sheet is full. */
const Yourself = ({ site }: { site: Site }) => (
  <p class="screen">
    {site.say.rich('sector.yourself', {
      help: (inner: Child) => <a href="/get-help">{inner}</a>,
      rights: (inner: Child) => <a href="/your-rights">{inner}</a>,
    })}
  </p>
)

/** The way to the pathway, for staff who have the person before them. On paper its address is written out: nobody can press it there. */
const AtWork = ({ site }: { site: Site }) => (
  <p class="note at-work">
    <b>{site.say('sector.work')}:</b>{' '}
    {site.say.rich('sector.work-pathway', {
      a: (inner: Child) => (
        <a href="/pathway" data-address={`${site.origin}/pathway`}>
          {inner}
        </a>
      ),
    })}
  </p>
)

const Part = ({ site, sector }: { site: Site; sector: Sector }) => {
  const text = (words: string) => raw(site.markdown.inline(words))
  const [roles, all] = [sector.do.filter((d) => d.who), sector.do.filter((d) => !d.who)]
  return (
    <section class="flow" aria-labelledby="part">
      <h2 id="part">{site.say('sector.part')}</h2>
      {roles.length ? (
        <dl class="who">
          {roles.map((advice) => (
            <div>
              <dt>{advice.who}</dt>
              <dd>{text(advice.text)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {all.map((advice) => (
        <p>{text(advice.text)}</p>
      ))}
    </section>
  )
}

const Types = ({ site, sector }: { site: Site; sector: Sector }) => {
  const types = site.pack.types.filter((t) => sector.exploitation.includes(t.id))
  const general = sector.sources.includes('GK')
  return (
    <section class="flow screen" aria-labelledby="types">
      <h2 id="types">{site.say('sector.types')}</h2>
      <ul class="list">
        {types.map((type) => (
          <li>
            <a href={`/signs/types/${type.id}`}>{type.name}</a>
          </li>
        ))}
      </ul>
      {general ? <p class="small">{site.say('sector.general')}</p> : null}
    </section>
  )
}
