/** The words of a Markdown text, without its signs. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\]\([^)\]\s]*\)/g, ' ')
    .replace(/\{#[a-z0-9-]+\}/g, ' ')
    .replace(/^\s*(?:[-*>]|#+)\s+/gm, '')
    .replace(/[*_`[\]]/g, '')
