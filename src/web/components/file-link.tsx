import type { Child } from 'hono/jsx'
import type { CatalogueEntry } from '../../press/catalogue/catalogue.ts'
import type { Format } from '../../press/shared/output.ts'
import { resourceAddress } from '../context/resources.ts'
import type { Locale, RenderContext } from '../context/types.ts'

type FileLinkProps = {
  locale: Locale
  entry: CatalogueEntry
  /** What it is, where that stands beside the link and not in it. */
  of?: string
  /** Looks like any other link in a text. */
  plain?: boolean
  children?: Child
}

/** A link to a file, with its format and, once it is made, its size. */
export const FileLink = ({ locale, entry, of, plain, children }: FileLinkProps) => {
  const file = fileWords(locale, entry.format, locale.site.resources.sizeOf(entry))
  return (
    <a class={plain ? undefined : entry.draft ? 'file dashed' : 'file'} href={resourceAddress(entry.file)}>
      {of ? <span class="govuk-visually-hidden">{of}: </span> : null}
      {children ? locale.t.rich('resources.named', { what: children, file: <span>{file}</span> }) : file}
    </a>
  )
}

/** The same by the file's name, on a page that need not wait until all that there is has been found out. Nothing where there is no such file. */
export const NamedFile = ({
  context: { locale, now },
  file,
  children,
}: {
  context: RenderContext
  file: `${string}.${Format}`
  children: Child
}) => {
  const entry = locale.site.resources.named(file, now)
  if (entry === null) return null
  const format = file.slice(file.lastIndexOf('.') + 1) as Format
  const words = entry ? fileWords(locale, format, locale.site.resources.sizeOf(entry)) : locale.t(`resources.${format}`)
  return <a href={resourceAddress(file)}>{locale.t.rich('resources.named', { what: children, file: words })}</a>
}

/** `PDF, 151 KB`. 1 KB is 1,024 bytes. */
const fileWords = ({ t }: Locale, id: Format, bytes: number | null): string => {
  const format = t(`resources.${id}`)
  if (bytes === null) return t('resources.unmade', { format })
  const kb = Math.max(1, Math.round(bytes / 1024))
  const size = kb < 1000 ? t('resources.kb', { size: kb }) : t('resources.mb', { size: (kb / 1024).toFixed(1) })
  return t('resources.as', { format, size })
}
