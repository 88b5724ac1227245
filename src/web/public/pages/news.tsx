import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Article } from '../../../domain/news/article.ts'
import { longDate } from '../../../format/when.ts'
import { NumberLink } from '../../components/board.tsx'
import { nameOf, phoneOf } from '../../components/service.tsx'
import { articleData, Structured } from '../../components/structured.tsx'
import type { Locale, RenderContext } from '../../context/types.ts'
import { Intro } from '../layout/masthead.tsx'
import type { Page, PageContent, PagesOf } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'
import { CampaignList } from './campaigns/list.tsx'

const newsList = (context: RenderContext): PageContent => {
  const { locale } = context
  const text = locale.pack.pages.get('news')
  return {
    description: text?.description ?? '',
    nav: 'news',
    exit: true,
    rest: true,
    head: <link rel="alternate" type="application/atom+xml" title={locale.t('news.feed')} href="/news/feed.xml" />,
    body: (
      <>
        <Intro locale={locale} id="news" />
        <div class="wrap body stack">
          {locale.pack.news.length ? (
            <ul class="articles">
              {locale.pack.news.map((article) => (
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
            <p>{locale.t('news.none')}</p>
          )}
          <p>
            <a href="/news/feed.xml">{locale.t('news.feed')}</a>
          </p>
          <section class="flow">
            <h2 id="campaigns">{locale.t('campaigns.days')}</h2>
            <CampaignList context={context} days={locale.pack.campaigns.days} />
          </section>
        </div>
      </>
    ),
  }
}

export const newsPage: Page = {
  path: '/news',
  title: titleOfText('news'),
  render: newsList,
  menu: { id: 'news', foot: 12 },
  holds: 'day',
}

export const DateOf = ({ article }: { article: Article }) => (
  <time datetime={article.date}>{longDate(Temporal.PlainDate.from(article.date))}</time>
)

/** An article as it was published; above it today's contacts, since its own may have changed. */
const newsArticle = (context: RenderContext, article: Article): PageContent => {
  const { locale } = context
  const { t } = locale
  return {
    description: article.description,
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
          {t('nav.news')}
        </a>
        <Today locale={locale} />
        <article class="article">
          <h1>{article.title}</h1>
          <p class="small">
            <DateOf article={article} /> · {article.area}
          </p>
          <div class="prose">{raw(locale.markdown.article(article.body))}</div>
        </article>
        <p class="small source">
          {t('news.original')}: <a href={article.url}>{article.url}</a>
        </p>
      </div>
    ),
  }
}

export const articlePages: PagesOf = ({ pack }) =>
  pack.news.map((article) => ({
    path: `/news/${article.slug}`,
    title: () => article.title,
    render: (context) => newsArticle(context, article),
  }))

const Today = ({ locale }: { locale: Locale }) => {
  const { roles } = locale.pack
  const [emergency, helpline] = [locale.site.services.get(roles.emergency), locale.site.services.get(roles.helpline)]
  const [first, second] = [emergency && phoneOf(emergency), helpline && phoneOf(helpline)]
  if (!first || !second) return null
  return (
    <p class="note today">
      {locale.t.rich('news.today', {
        emergency: first.display,
        helpline: nameOf(locale, roles.helpline),
        number: second.display,
        a: (inner: Child) => <NumberLink phone={first}>{inner}</NumberLink>,
        b: (inner: Child) => <NumberLink phone={second}>{inner}</NumberLink>,
      })}
    </p>
  )
}
