import { NumberBoard, WayBoard } from '../../components/board.tsx'
import { InYourLanguage, LanguageRow } from '../../components/languages.tsx'
import { nameOf, phoneOf } from '../../components/service.tsx'
import { StatePill } from '../../components/state.tsx'
import { Structured, siteData } from '../../components/structured.tsx'
import type { RenderContext } from '../../context/types.ts'
import type { Page, PageContent } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'
import { DateOf } from './news.tsx'
import { PlaceCards } from './sectors.tsx'

/** The numbers first, within the first view of a phone; then three ways in, none of them forced. */
const home = (context: RenderContext): PageContent => {
  const { locale, reads } = context
  const { t, pack } = locale
  const text = pack.pages.get('home')
  return {
    description: text?.description ?? '',
    exit: true,
    rest: true,
    sheet: 'home',
    head: <Structured data={[siteData(locale)]} />,
    above: (
      <LanguageRow
        locale={locale}
        path={helpPath}
        english="/"
        before={reads ? <InYourLanguage locale={locale} language={reads} /> : null}
      />
    ),
    body: (
      <>
        <div class="hero">
          <div class="wrap">
            <div class="say">
              <h1>{text?.title}</h1>
              <h2 id="ring">{t('home.ring')}</h2>
              <ul class="calls">
                {[pack.roles.emergency, ...pack.tellSomebody.slice(0, 2)].map((id) => (
                  <Call context={context} id={id} />
                ))}
              </ul>
              <p class="lead">{text?.lead}</p>
              <p>
                {t('home.any')} <a href="/get-help">{t('home.all-numbers')}</a>
              </p>
            </div>
            <nav class="finger" aria-label={t('home.ways')}>
              <ul>
                <li>
                  <WayBoard href="/get-help" title={t('home.help')} sub={t('home.help-sub')} />
                </li>
                <li>
                  <WayBoard href="/signs" title={t('home.worried')} sub={t('home.worried-sub')} />
                </li>
                <li>
                  <WayBoard href="/at-work" title={t('home.work')} sub={t('home.work-sub')} />
                </li>
              </ul>
            </nav>
          </div>
          <svg class="land" viewBox="0 0 1200 160" preserveAspectRatio="none" aria-hidden="true">
            <path fill="var(--ground)" d="M0 92C210 22 430 22 650 72s390 26 550-24v112H0z" />
            <path fill="var(--post)" d="M0 138C270 72 530 94 790 116s280 0 410-30v74H0z" />
          </svg>
        </div>
        <section class="chalk">
          <div class="band wrap">
            <h2 id="places">{t('home.places')}</h2>
            <PlaceCards locale={locale} sectors={pack.sectors.slice(0, 6)} />
            <p>
              <a href="/sectors">{t('home.all-places', { count: pack.sectors.length })}</a>
            </p>
          </div>
        </section>
        <div class="band wrap duo">
          <section class="flow">
            <h2 id="check">{t('home.check')}</h2>
            <p>{t(locale.site.publishing.static ? 'still.check' : 'home.check-text')}</p>
            <p>
              <a class="govuk-button govuk-button--secondary" href="/signs/check">
                {t('home.check-link')}
              </a>
            </p>
            <p>
              <a href="/training">{t('training.link')}</a>
            </p>
          </section>
          {pack.news.length ? (
            <section class="flow">
              <h2 id="news">{t('home.news')}</h2>
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

/** What a reader of another language comes for, and the one page that is there in all of them. */
const helpPath = '/get-help'

export const homePage: Page = { path: '/', title: titleOfText('home'), render: home, offers: helpPath }

/** A number to call and what it is for. 999 says for whom; another line says how it stands at this minute. */
const Call = ({ context, id }: { context: RenderContext; id: string }) => {
  const { locale } = context
  const service = locale.site.services.get(id)
  const phone = service && phoneOf(service)
  if (!phone) return null
  const emergency = id === locale.pack.roles.emergency
  return (
    <li>
      <NumberBoard locale={locale} name={nameOf(locale, id)} phone={phone} look={emergency ? 'sun' : undefined} />
      <p>
        {emergency ? (
          locale.t('home.emergency')
        ) : (
          <>
            <b>{nameOf(locale, id)}</b> <StatePill context={context} id={id} />
          </>
        )}
      </p>
    </li>
  )
}
