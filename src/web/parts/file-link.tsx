import type { Child } from 'hono/jsx'
import type { Offer } from '../../press/press.ts'
import { resourceAddress } from '../resources/resources.ts'
import type { Site } from '../site.ts'

type FileLinkProps = {
  site: Site
  offer: Offer
  /** What it is, where that stands beside the link and not in it. */
  of?: string
  /** Looks like any other link in a text. */
  plain?: boolean
  children?: Child
}

/** A link to a file, with its format and, once it is made, its size. */
export const FileLink = ({ site, offer, of, plain, children }: FileLinkProps) => (
  <a class={plain ? undefined : offer.draft ? 'file dashed' : 'file'} href={resourceAddress(offer.file)}>
    {of ? <span class="govuk-visually-hidden">{of}: </span> : null}
    {children ? site.say.rich('resources.named', { what: children, file: fileWords(site, offer) }) : fileWords(site, offer)}
  </a>
)

/** `PDF, 151 KB`. 1 KB is 1,024 bytes. */
export const fileWords = (site: Site, offer: Offer): string => {
  const { say } = site
  const [format, bytes] = [say(`resources.${offer.format}`), site.resources.sizeOf(offer)]
  if (bytes === null) return say('resources.unmade', { format })
  const kb = Math.max(1, Math.round(bytes / 1024))
  const size = kb < 1000 ? say('resources.kb', { size: kb }) : say('resources.mb', { size: (kb / 1024).toFixed(1) })
  return say('resources.as', { format, size })
}
