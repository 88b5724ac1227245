/** Every id of interface words that pages use. A pack must have words for each, and no others. */
const groups = {
  site: ['title', 'in-area', 'skip', 'menu', 'main-nav', 'all-pages', 'leaving', 'leave', 'leave-done', 'leave-timed-out', 'leave-two-more', 'leave-one-more', 'your-safety', 'demonstration', 'foot', 'licence', 'wrong', 'back', 'checked', 'unsure', 'terms', 'not-known'],
  nav: ['get-help', 'signs', 'sectors', 'report', 'support', 'news', 'about', 'your-safety', 'accessibility', 'privacy'],
  service: ['ring', 'always', 'open-today', 'open-until', 'opens-today', 'opens-tomorrow', 'opens-day', 'closed', 'hours-unknown', 'hours-holiday', 'number-unknown-since', 'number-unknown', 'check', 'cost', 'cost-free', 'cost-03', 'cost-charged', 'bill', 'bill-may', 'name', 'languages', 'hours', 'hours-always', 'hours-row', 'days-range', 'closed-holidays', 'beside', 'no-number'],
  'get-help': ['when', 'danger', 'ring-999', 'free', 'silent', 'not-this-minute', 'cannot-ring', 'relay', 'relay-other', 'write', 'safety', 'safety-text', 'bill'],
  home: ['ways', 'help', 'help-sub', 'worried', 'worried-sub', 'work', 'work-sub', 'any', 'ring', 'danger', 'all-numbers', 'places', 'all-places', 'check', 'check-text', 'check-link', 'news'],
  signs: ['by-type', 'by-notice', 'children', 'children-why', 'urgent', 'nothing', 'check', 'all', 'of-type', 'where', 'sources', 'unchecked'],
  sector: ['all', 'see', 'do', 'dont', 'part', 'tell', 'danger', 'types', 'general'],
  check: ['history-title', 'description', 'intro', 'where', 'somewhere-else', 'where-error', 'what', 'what-hint', 'what-error', 'more', 'next', 'error-title', 'error-prefix', 'answer', 'you-said', 'place', 'no-place', 'change-place', 'change-signs', 'about-place', 'urgent', 'urgent-many', 'urgent-text', 'about-child', 'can-mean', 'proves', 'now', 'again', 'lost'],
  report: ['ways', 'later'],
  support: ['kinds'],
  news: ['today', 'original', 'feed', 'none'],
  about: ['facts', 'since', 'oversight', 'steering', 'role-as-of', 'members', 'members-row', 'social', 'social-as-of', 'police-unit', 'unit-row', 'unit-now', 'partners', 'partners-intro', 'listed', 'named', 'class', 'ended', 'first-responder', 'figures', 'figure-when', 'figures-note'],
  kind: ['council-county', 'council-district', 'police', 'pcc', 'nhs-trust', 'nhs-icb', 'charity', 'housing', 'fire', 'education', 'business', 'victim-service', 'probation', 'faith', 'national'],
  accessibility: ['results', 'run-on', 'pages', 'found', 'checks', 'none'],
  error: ['ring', 'home', 'bad-title', 'too-large', 'not-form', 'bad-text', 'other-origin', 'method', 'bad-address', 'bad-at'],
} as const

type Groups = typeof groups
/** `group.id`, as in `get-help.when`. */
export type WordId = { [G in keyof Groups]: `${G}.${Groups[G][number]}` }[keyof Groups]

export const wordIds: readonly WordId[] = Object.entries(groups).flatMap(([group, ids]) => ids.map((id) => `${group}.${id}` as WordId))
