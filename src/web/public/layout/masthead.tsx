import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Drawing } from '../../components/drawing.tsx'
import type { Locale } from '../../context/types.ts'

/** The band at the top of a page: daylight, its title and lead, and a drawing that stands on the ground. */
export const Masthead = ({
  locale,
  title,
  lead,
  drawing,
  back,
  act,
}: {
  locale: Locale
  title: Child
  lead?: Child
  drawing?: string | undefined
  back?: Child
  /** The first thing to do here, beside the drawing. */
  act?: Child
}) => (
  <div class="masthead">
    <div class="wrap">
      <div>
        {back}
        <h1>{title}</h1>
        {lead ? <p class="lead">{lead}</p> : null}
      </div>
      {act ? <p class="act">{act}</p> : null}
      {drawing ? <Drawing locale={locale} name={drawing} /> : null}
    </div>
  </div>
)

/** The masthead of a page whose title and lead are a Markdown file of the pack, and that file's text below it. */
export const Intro = ({ locale, id, act }: { locale: Locale; id: string; act?: Child }) => {
  const page = locale.pack.pages.get(id)
  if (!page) return null
  const { html } = locale.markdown.page(page.body)
  return (
    <>
      <Masthead locale={locale} title={page.title} lead={page.lead} drawing={page.drawing} act={act} />
      {page.body.trim() ? <div class="wrap prose intro">{raw(html)}</div> : null}
    </>
  )
}
