import type { Pack } from '../../../content/pack.ts'
import type { SearchDocument } from './document.ts'

/** A term of the glossary stands at the foot of the pages that link it: the first of them is where it leads. */
export const termDocuments = (pack: Pack): SearchDocument[] => {
  const explained = new Map<string, string>()
  const look = (address: string, text: string) => {
    for (const [, id = ''] of text.matchAll(/\]\(term:([a-z0-9-]+)\)/g)) if (!explained.has(id)) explained.set(id, address)
  }
  for (const type of pack.types) look(`/signs/types/${type.id}`, type.text)
  for (const way of pack.reportWays) look('/report', way.text)
  for (const kind of pack.support) look('/support', kind.text)
  return pack.glossary.flatMap(({ id, term, also, means }): SearchDocument[] => {
    const address = explained.get(id)
    if (!address) return []
    return [{ href: `${address}#term-${id}`, group: 'read', title: term, summary: means, body: '', words: also ?? [], weight: 0.7 }]
  })
}
