import { raw } from 'hono/html'
import type { Locale } from '../context/types.ts'

/** A drawing of the pack inside the page, so that it takes the brand's colours. It says nothing that the text does not. */
export const Drawing = ({ locale, name }: { locale: Locale; name: string }) => {
  const svg = locale.pack.drawings.get(name)
  return svg ? raw(svg.replace('<svg', '<svg class="drawing" aria-hidden="true" focusable="false"')) : null
}
