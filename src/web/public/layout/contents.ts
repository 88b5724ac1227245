/** From so many headings on a text is long: its contents stand at its top. */
const long = 6

type Heading = { id: string; title: string }

/** The headings of a long text, each with an id to jump to. A short text is left as it is. */
export const withContents = (html: string): { contents: readonly Heading[]; html: string } => {
  const contents: Heading[] = []
  const named = html.replace(
    /<h2(?: id="([^"<]+)")?>([^<]*(?:<(?!\/?h2\b)[^<]*)*)<\/h2>/g,
    (_all, given: string | undefined, title: string) => {
      const id = given ?? `part-${contents.length + 1}`
      contents.push({ id, title: title.replace(/<[^<>]+>/g, '') })
      return `<h2 id="${id}">${title}</h2>`
    },
  )
  return contents.length < long ? { contents: [], html } : { contents, html: named }
}
