import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Article } from '../../../domain/news/article.ts'
import { NumberLink } from '../../components/board.tsx'
import { nameOf, phoneOf } from '../../components/service.tsx'
import { articleData, Structured } from '../../components/structured.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { longDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { CampaignList } from './campaigns.tsx'
import { Intro } from './intro.tsx'

export const newsList = (moment: Moment): PageParts => {
  const { site } = moment
  const text = site.pack.pages.get('news')
  return {
    title: text?.title ?? '',
    description: text?.description ?? '',
    path: '/news',
    nav: 'news',
    exit: true,
    rest: true,
    daily: true,
    head: <link rel="alternate" type="application/atom+xml" title={site.say('news.feed')} href="/news/feed.xml" />,
    body: (
      <>
        <Intro site={site} id="news" />
        <div class="wrap body stack">
          {site.pack.news.length ? (
            <ul class="articles">
              {site.pack.news.map((article) => (
                <li class="flow">
                  <p class="small">
                    <DateOf article={article} /> · {article.area}
                  </p>
                  <h2>
                    <a href={`/news/${article.slug}`}>{article.title}</a>
                  </h2>
                  <p>{article.description}</p>
                </li>
              ))}
            </ul>
          ) : (
            <p>{site.say('news.none')}</p>
          )}
          <p>
            <a href="/news/feed.xml">{site.say('news.feed')}</a>
          </p>
          <section class="flow" aria-labelledby="campaigns">
            <h2 id="campaigns">{site.say('campaigns.days')}</h2>
            <CampaignList moment={moment} days={site.pack.campaigns.days} />
          </section>
        </div>
      </>
    ),
  }
}

export const DateOf = ({ article }: { article: Article }) => (
  <time datetime={article.date}>{longDate(Temporal.PlainDate.from(article.date))}</time>
)

/** An article as it was published; above it today's contacts, since its own may have changed. */
export const newsArticle = (moment: Moment, article: Article): PageParts => {
  const { site } = moment
  const { say } = site
  return {
    title: article.title,
    description: article.description,
    path: `/news/${article.slug}`,
    nav: 'news',
    exit: true,
    rest: true,
    canonical: article.url,
    head: (
      <>
        <meta property="article:published_time" content={article.date} />
        <meta property="article:section" content={article.area} />
        <Structured data={[articleData(article)]} />
      </>
    ),
    body: (
      <div class="wrap body">
        <a class="back" href="/news">
          {say('nav.news')}
        </a>
        <Today site={site} />
        <article class="article">
          <h1>{article.title}</h1>
          <p class="small">
            <DateOf article={article} /> · {article.area}
          </p>
          <div class="prose">{raw(site.markdown.article(article.body))}</div>
        </article>
        <p class="small source">
          {say('news.original')}: <a href={article.url}>{article.url}</a>
        </p>
      </div>
    ),
  }
}

const Today = ({ site }: { site: Site }) => {
  const [emergency, helpline] = [site.services.get('emergency-999'), site.services.get('modern-slavery-helpline')]
  const [first, second] = [emergency && phoneOf(emergency), helpline && phoneOf(helpline)]
  if (!first || !second) return null
  return (
    <p class="note today">
      {site.say.rich('news.today', {
        emergency: first.display,
        helpline: nameOf(site, 'modern-slavery-helpline'),
        number: second.display,
        a: (inner: Child) => <NumberLink phone={first}>{inner}</NumberLink>,
        b: (inner: Child) => <NumberLink phone={second}>{inner}</NumberLink>,
      })}
    </p>
  )
}
