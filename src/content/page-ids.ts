/** Every Markdown page that the site shows. A pack must have each (the national files bring all but `about`), and no others. */
export const pageIds: readonly string[] = [
  'about',
  'accessibility',
  'at-work',
  'data',
  'get-help',
  'home',
  'news',
  'not-found',
  'nrm-explained',
  'nrm-interpreter',
  'privacy',
  'privacy-files',
  'prepare',
  'report',
  'resources',
  'sectors',
  'server-error',
  'signs',
  'support',
  'what-happens-next',
  'your-rights',
  'who-may-refer',
  'your-pack',
  'your-safety',
]

const addresses: Readonly<Record<string, string>> = {
  home: '/',
  'nrm-explained': '/pathway/explain',
  'nrm-interpreter': '/pathway/explain/interpreter',
  prepare: '/pathway/prepare',
  'who-may-refer': '/pathway/who-may-refer',
  'your-pack': '/resources/your-pack',
}

/**
 * Where the site shows a page. Said here too, beside the registry of pages (web/public/registry.ts): a pack is checked, and its search made,
 * where no page is known. That each of them is there is tested by test/http/search.test.ts.
 */
export const pageAddress = (id: string): string => addresses[id] ?? `/${id}`
