import { NumberBoard, WayBoard } from '../../components/board.tsx'
import { nameOf, phoneOf } from '../../components/service.tsx'
import { StatePill } from '../../components/state.tsx'
import { Structured, siteData } from '../../components/structured.tsx'
import type { Moment } from '../../context/site.ts'
import type { PageParts } from '../layout/shell.tsx'
import { DateOf } from './news.tsx'
import { PlaceCards } from './sectors.tsx'

/** The numbers first, within the first view of a phone; then three ways in, none of them forced. */
export const home = (moment: Moment): PageParts => {
  const { site } = moment
  const { say, pack } = site
  const text = pack.pages.get('home')
  return {
    title: text?.title ?? '',
    description: text?.description ?? '',
    path: '/',
    exit: true,
    rest: true,
    sheet: 'home',
    head: <Structured data={[siteData(site)]} />,
    body: (
      <>
        <div class="hero">
          <div class="wrap">
            <div class="say">
              <h1>{text?.title}</h1>
              <h2 id="ring">{say('home.ring')}</h2>
              <ul class="calls">
                {['emergency-999', ...pack.tellSomebody.slice(0, 2)].map((id) => (
                  <Call moment={moment} id={id} />
                ))}
              </ul>
              <p class="lead">{text?.lead}</p>
              <p>
                {say('home.any')} <a href="/get-help">{say('home.all-numbers')}</a>
              </p>
            </div>
            <nav class="finger" aria-label={say('home.ways')}>
              <ul>
                <li>
                  <WayBoard href="/get-help" title={say('home.help')} sub={say('home.help-sub')} />
                </li>
                <li>
                  <WayBoard href="/signs" title={say('home.worried')} sub={say('home.worried-sub')} />
                </li>
                <li>
                  <WayBoard href="/sectors" title={say('home.work')} sub={say('home.work-sub')} />
                </li>
              </ul>
            </nav>
          </div>
          <svg class="land" viewBox="0 0 1200 160" preserveAspectRatio="none" aria-hidden="true">
            <path fill="var(--ground)" d="M0 92C210 22 430 22 650 72s390 26 550-24v112H0z" />
            <path fill="var(--post)" d="M0 138C270 72 530 94 790 116s280 0 410-30v74H0z" />
          </svg>
        </div>
        <section class="chalk" aria-labelledby="places">
          <div class="band wrap">
            <h2 id="places">{say('home.places')}</h2>
            <PlaceCards site={site} sectors={pack.sectors.slice(0, 6)} />
            <p>
              <a href="/sectors">{say('home.all-places', { count: pack.sectors.length })}</a>
            </p>
          </div>
        </section>
        <div class="band wrap duo">
          <section class="flow" aria-labelledby="check">
            <h2 id="check">{say('home.check')}</h2>
            <p>{say(site.still ? 'still.check' : 'home.check-text')}</p>
            <p>
              <a class="govuk-button govuk-button--secondary" href="/signs/check">
                {say('home.check-link')}
              </a>
            </p>
            <p>
              <a href="/training">{say('training.link')}</a>
            </p>
          </section>
          {pack.news.length ? (
            <section class="flow" aria-labelledby="news">
              <h2 id="news">{say('home.news')}</h2>
              {pack.news.slice(0, 2).map((article) => (
                <div>
                  <p class="small">
                    <DateOf article={article} />
                  </p>
                  <p>
                    <a href={`/news/${article.slug}`}>{article.title}</a>
                  </p>
                  <p>{article.description}</p>
                </div>
              ))}
            </section>
          ) : null}
        </div>
      </>
    ),
  }
}

/** A number to call and what it is for. 999 says for whom; another line says how it stands at this minute. */
const Call = ({ moment, id }: { moment: Moment; id: string }) => {
  const { site } = moment
  const service = site.services.get(id)
  const phone = service && phoneOf(service)
  if (!phone) return null
  const emergency = id === 'emergency-999'
  return (
    <li>
      <NumberBoard site={site} name={nameOf(site, id)} phone={phone} look={emergency ? 'sun' : undefined} />
      <p>
        {emergency ? (
          site.say('home.emergency')
        ) : (
          <>
            <b>{nameOf(site, id)}</b> <StatePill moment={moment} id={id} />
          </>
        )}
      </p>
    </li>
  )
}
