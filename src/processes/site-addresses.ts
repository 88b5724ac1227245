import type { Finding } from '../content/finding.ts'
import type { Whole } from '../content/load.ts'
import { finishedOf } from '../web/public/finished-pages.ts'
import { publicSite } from '../web/public/site.ts'

/** Every address that answers, with the anchors of each page; and what keeps pages from being made. */
export const siteAddresses = ({ pack, files }: Whole): { addresses: Set<string>; broken: Finding[] } => {
  const assets = { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' }
  const locale = publicSite({ pack, assets, origin: 'http://localhost' })
  const finished = finishedOf(locale)
  const addresses = new Set([...finished.keys(), '/services.json', '/healthz', '/readyz', '/version'])
  const faults = new Map<string, { error: unknown; pages: string[] }>()
  for (const [path, { type, make }] of finished) {
    if (!type.startsWith('text/html')) continue
    try {
      for (const [, id] of String(make(locale.site.clock()).body).matchAll(/\sid="([^"]+)"/g)) addresses.add(`${path}#${id}`)
    } catch (error) {
      const fault = faults.get(String(error)) ?? { error, pages: [] }
      fault.pages.push(path)
      faults.set(String(error), fault)
    }
  }
  const broken = [...faults.values()].map(({ error, pages }): Finding => {
    const [message, said] = error instanceof Error ? [Reflect.get(error, 'originalMessage'), error.message] : [undefined, String(error)]
    const places = files.allYaml.flatMap((source) => source.strings().map(({ text, line }) => ({ text, file: source.file, line })))
    const { file, line } = places.findLast(({ text }) => text === message) ?? { file: pack.id, line: 1 }
    const shown = `${pages.slice(0, 2).join(', ')}${pages.length > 2 ? ` and ${pages.length - 2} more` : ''}`
    const instead = 'Check the names in braces: the page must be able to fill in each one.'
    return { severity: 'error', rule: 'page', file, line, found: `cannot be shown: ${shown} (${said})`, instead }
  })
  return { addresses, broken }
}
