import type { Child } from 'hono/jsx'
import type { WordId } from '../../content/word-ids.ts'
import type { ErrorPages } from '../http/error-pages.ts'
import { LinkButton } from './components/buttons.tsx'
import type { Desk } from './context/page.ts'
import { Alone } from './layout/alone.tsx'
import { documentText } from './layout/document.tsx'
import { frameOf } from './layout/texts.tsx'

/** What the desk says where it has no page to give: in its own look, in the same words as the public site. */
export const deskErrors = (desk: Desk): ErrorPages => {
  // Asked each time: the pack may have been read anew.
  const t = (id: WordId): string => desk.locale.t(id)
  const page = (title: string, text: Child): string =>
    documentText(
      <Alone frame={frameOf(desk)} title={title} lang="en" madeUp={desk.madeUp}>
        <div class="flow">
          <h1>{title}</h1>
          <p>{text}</p>
          <p>
            <LinkButton href="/desk" look="text">
              {desk.t('denied.home')}
            </LinkButton>
          </p>
        </div>
      </Alone>,
    )
  return {
    refused: (sentence) => page(t('error.bad-title'), t(sentence)),
    busy: () => page(t('error.busy-title'), t('error.busy')),
    broken: (id) =>
      id === 'not-found'
        ? page(desk.t('denied.not-found-title'), desk.t('denied.not-found'))
        : page(desk.t('failed.title'), desk.t('failed.text')),
    file: () => page(t('error.no-file-title'), t('error.no-file')),
  }
}
