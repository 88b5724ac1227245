import { renderContextOfMinute } from '../../context/render-context.ts'
import type { Locale } from '../../context/types.ts'
import { type PageTemplate, pageTemplate } from '../../http/page-template.ts'
import type { FlowPage, Step } from '../../http/respond.ts'
import { documentOf } from '../layout/shell.tsx'
import type { Find } from './engine/find.ts'
import { SearchResults, searchPage, searchShell } from './pages.tsx'

/**
 * POST /search: results for the field `q`. What was typed is free text, so it goes into no address, log or cache, and is gone with the
 * answer. The index is made at the first search: a start must not wait for it, and who never searches does not pay its memory.
 */
export const searchStep = (locale: Locale): Step => {
  const context = renderContextOfMinute(locale)
  let finding: Promise<Find> | undefined
  const shells = new Map<boolean, PageTemplate>()
  const shell = (urgent: boolean): PageTemplate => {
    const made = shells.get(urgent) ?? pageTemplate(documentOf(context(), searchShell(context(), urgent)))
    shells.set(urgent, made)
    return made
  }
  const results = async (typed: string): Promise<FlowPage> => {
    const { withinBounds } = await import('./engine/find.ts')
    const query = withinBounds(typed)
    finding ??= startFinding(locale)
    const found = (await finding)(query)
    const words = String(<SearchResults context={context()} query={query} found={found} />)
    return { status: 200, page: shell(found.urgent).fill(words) }
  }
  return {
    keeping: 'no-store',
    answer: (form) => {
      const typed = (form.get('q') ?? '').trim()
      return typed ? results(typed) : { status: 400, page: documentOf(context(), searchPage(context(), true)) }
    },
  }
}

const startFinding = async ({ pack }: Locale): Promise<Find> => {
  const [{ searchData }, { makeFind }] = await Promise.all([import('./engine/documents.ts'), import('./engine/find.ts')])
  return makeFind(searchData(pack))
}
