import type { Locale } from '../web/context/types.ts'
import { compressed, textual } from '../web/http/compress.ts'
import { finishedOf } from '../web/public/finished-pages.ts'
import { staticFiles } from '../web/public/static/files.ts'
import { openTarget } from './folder.ts'

/** `bytes`: of the files themselves, without their compressed copies. */
export type Written = { pages: number; files: number; bytes: number }

/**
 * Writes a site as files into a folder, and beside those that grow smaller their compressed copies, unless there shall be none; `said` hears of each file. Throws where one cannot
 * be made or written: the folder is then as it was before.
 */
export const writeSite = async (
  locale: Locale,
  out: string,
  { said = () => {}, copies = true }: { said?: (done: number, all: number, name: string) => void; copies?: boolean } = {},
): Promise<Written> => {
  const target = openTarget(out)
  try {
    const files = staticFiles(locale, finishedOf(locale))
    let total = 0
    for (const [index, file] of files.entries()) {
      const bytes = file.make()
      target.write(file.name, bytes)
      total += bytes.length
      if (copies && !file.forHosts && textual.test(file.type)) {
        const { gzip, br } = await compressed(bytes)
        target.write(`${file.name}.gz`, gzip)
        target.write(`${file.name}.br`, br)
      }
      said(index + 1, files.length, file.name)
    }
    target.finish({ pack: locale.pack.id, origin: locale.site.publishing.origin, made: locale.site.clock().toString() })
    const pages = files.filter(({ address, type }) => address !== null && type.startsWith('text/html')).length
    return { pages, files: files.length, bytes: total }
  } catch (error) {
    target.abandon()
    throw error
  }
}
