import { raw } from 'hono/html'
import type { EasyPage } from '../../../domain/easy-read.ts'
import { Checked } from '../../components/checked.tsx'
import { Pictured, RingBoard } from '../../components/pictured.tsx'
import { easyAddress } from '../../context/addresses.ts'
import type { MenuId, RenderContext } from '../../context/types.ts'
import type { PageContent, PagesOf } from '../layout/page.ts'

/** Where a page that is not in the navigation belongs. */
const under: Record<string, MenuId> = { 'get-help': 'get-help', 'your-rights': 'support' }

/** A page in Easy Read: large type, one idea a line, a drawing beside each, hard words explained at the end. */
const easyPage = (context: RenderContext, page: EasyPage): PageContent => {
  const { locale } = context
  const { t, markdown } = locale
  const nav = under[page.id]
  return {
    harmless: true,
    description: page.description,
    ...(nav ? { nav } : {}),
    exit: true,
    pictures: true,
    body: (
      <div class="wrap easy">
        <p class="kind">
          <b>{t('easy-read.name')}</b> <a href={`/${page.id}`}>{t('get-help.full')}</a>
        </p>
        <h1>{page.title}</h1>
        <p class="lead">{raw(markdown.inline(page.lead))}</p>
        {page.parts.map((part) => (
          <section>
            <h2 id={part.id}>{part.title}</h2>
            <ul class="pictures">
              {part.lines.map((line) => (
                <Pictured locale={locale} drawing={line.drawing}>
                  <p>{raw(markdown.inline(line.text))}</p>
                  {line.ring ? <RingBoard context={context} id={line.ring} /> : null}
                </Pictured>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2 id="hard-words">{t('easy-read.words')}</h2>
          <dl class="flow">
            {page.words.map(({ word, means }) => (
              <div>
                <dt>{word}</dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Checked locale={locale} of={page} text={page.parts.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')} />
      </div>
    ),
  }
}

export const easyReadPages: PagesOf = ({ pack }) =>
  pack.easyRead.map((page) => ({
    path: easyAddress(page.id),
    title: () => page.history_title,
    render: (context) => easyPage(context, page),
  }))
