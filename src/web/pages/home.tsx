import type { PageParts } from '../layout/shell.tsx'
import { WayBoard } from '../parts/board.tsx'
import { Lines } from '../parts/lines.tsx'
import { Ring999 } from '../parts/ring-999.tsx'
import { Structured, siteData } from '../parts/structured.tsx'
import type { Moment } from '../site.ts'
import { DateOf } from './news.tsx'
import { PlaceCards } from './sectors.tsx'

/** Three ways in, none of them forced; the numbers at once below. */
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
    head: <Structured data={[siteData(site)]} />,
    body: (
      <>
        <div class="hero">
          <div class="wrap">
            <div class="say flow">
              <h1>{text?.title}</h1>
              <p class="lead">{text?.lead}</p>
              <Ring999 site={site} words="home.danger" />
            </div>
            <nav class="finger" aria-label={say('home.ways')}>
              <ul>
                <li>
                  <WayBoard href="/get-help" look="sun" title={say('home.help')} sub={say('home.help-sub')} />
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
        <section class="band wrap" aria-labelledby="ring">
          <h2 id="ring">{say('home.ring')}</h2>
          <p>
            {say('home.not-this-minute')} {say('home.any')}
          </p>
          <Lines moment={moment} ids={pack.tellSomebody} classes="three" />
          <p>
            <a href="/get-help">{say('home.all-numbers')}</a>
          </p>
        </section>
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
