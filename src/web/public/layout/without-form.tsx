import { Tell } from '../../components/tell.tsx'
import type { RenderContext } from '../../context/types.ts'
import { Masthead } from './masthead.tsx'
import type { PageParts } from './page.ts'

/** In the place of a page with a form that nobody would read: its title, why it does not ask, and whom to call. */
export const withoutForm = (context: RenderContext, { form: _form, ...page }: PageParts): PageParts => ({
  ...page,
  body: (
    <>
      <Masthead locale={context.locale} title={page.title} lead={context.locale.t('still.no-form')} />
      <div class="wrap body">
        <Tell context={context} sector={null}>
          <p>
            <a href="/get-help">{context.locale.t('home.all-numbers')}</a>
          </p>
        </Tell>
      </div>
    </>
  ),
})
