import type { Locale } from '../../../context/types.ts'
import type { Form, FormAnswer } from '../../../forms/form.ts'
import { formPages } from '../../layout/form-pages.ts'
import type { FormTools } from '../../layout/page.ts'
import type { Find } from '../../search/find.ts'
import { SearchResults, searchShell, searchStart } from './results.tsx'

/**
 * POST /search: results for the field `q`. What was typed is free text, so it goes into no address, log or cache, and is gone with the
 * answer. The index is made at the first search: a start must not wait for it, and who never searches does not pay its memory.
 */
export const searchForm = ({ locale }: FormTools): Form => {
  const { context, show, template } = formPages(locale)
  let finding: Promise<Find> | undefined
  const results = async (typed: string): Promise<FormAnswer> => {
    const { withinBounds } = await import('../../search/find.ts')
    const query = withinBounds(typed)
    // One that could not be made is made anew with the next search.
    finding ??= startFinding(locale).catch((error: unknown) => {
      finding = undefined
      throw error
    })
    const found = (await finding)(query)
    const words = String(<SearchResults context={context()} query={query} found={found} />)
    const shell = template(found.urgent ? 'urgent' : 'calm', (context) => searchShell(context, found.urgent))
    return { status: 200, page: shell.fill(words) }
  }
  return {
    path: '/search',
    cacheControl: 'no-store',
    answer: ({ fields }) => {
      const typed = (fields.text('q') ?? '').trim()
      return typed ? results(typed) : show((context) => searchStart(context, true), { status: 400 })
    },
  }
}

const startFinding = async ({ pack }: Locale): Promise<Find> => {
  const [{ searchData }, { makeFind }] = await Promise.all([import('../../search/documents.ts'), import('../../search/find.ts')])
  return makeFind(searchData(pack))
}
