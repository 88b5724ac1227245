/** Every Markdown page that the site shows. A pack must have each (the national files bring all but `about`), and no others. */
export const pageIds: readonly string[] = [
  'about',
  'accessibility',
  'get-help',
  'home',
  'news',
  'not-found',
  'privacy',
  'privacy-files',
  'report',
  'sectors',
  'server-error',
  'signs',
  'support',
  'what-happens-next',
  'your-rights',
  'your-safety',
]
