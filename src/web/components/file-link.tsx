import type { Child } from 'hono/jsx'
import type { Offer } from '../../press/catalogue/press.ts'
import type { Format } from '../../press/shared/output.ts'
import type { Moment, Site } from '../context/site.ts'
import { resourceAddress } from '../public/resources/resources.ts'

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
export const FileLink = ({ site, offer, of, plain, children }: FileLinkProps) => {
  const file = fileWords(site, offer.format, site.resources.sizeOf(offer))
  return (
    <a class={plain ? undefined : offer.draft ? 'file dashed' : 'file'} href={resourceAddress(offer.file)}>
      {of ? <span class="govuk-visually-hidden">{of}: </span> : null}
      {children ? site.say.rich('resources.named', { what: children, file: <span>{file}</span> }) : file}
    </a>
  )
}

/** The same by the file's name, on a page that need not wait until all that there is has been found out. Nothing where there is no such file. */
export const NamedFile = ({ moment: { site, now }, file, children }: { moment: Moment; file: `${string}.${Format}`; children: Child }) => {
  const offer = site.resources.named(file, now)
  if (offer === null) return null
  const format = file.slice(file.lastIndexOf('.') + 1) as Format
  const words = offer ? fileWords(site, format, site.resources.sizeOf(offer)) : site.say(`resources.${format}`)
  return <a href={resourceAddress(file)}>{site.say.rich('resources.named', { what: children, file: words })}</a>
}

/** `PDF, 151 KB`. 1 KB is 1,024 bytes. */
const fileWords = ({ say }: Site, id: Format, bytes: number | null): string => {
  const format = say(`resources.${id}`)
  if (bytes === null) return say('resources.unmade', { format })
  const kb = Math.max(1, Math.round(bytes / 1024))
  const size = kb < 1000 ? say('resources.kb', { size: kb }) : say('resources.mb', { size: (kb / 1024).toFixed(1) })
  return say('resources.as', { format, size })
}
