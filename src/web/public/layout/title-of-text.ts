import type { Locale } from '../../context/types.ts'

/** The title of a page that is a Markdown file of the pack: true but harmless in a history, where it has one for that. */
export const titleOfText =
  (id: string) =>
  ({ pack }: Locale): string => {
    const text = pack.pages.get(id)
    return text?.history_title ?? text?.title ?? ''
  }
