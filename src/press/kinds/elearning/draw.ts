import type { Make } from '../../shared/kind.ts'
import { type Entry, zip } from '../../shared/zip.ts'
import type { ElearningData } from './data.ts'
import { manifest } from './manifest.ts'
import { schemasOf } from './schemas.ts'
import { cobrandedStyle, styleOf } from './style.ts'

/** Puts page, script, look, type and the schemas of the manifest into one package. */
export const make: Make<ElearningData> = async ({ data, date }, { fonts, script }) => {
  const [regular, bold] = fonts
  const files: Entry[] = [
    ['index.html', data.page],
    ['course.css', styleOf(data.colours) + (data.cobranded ? cobrandedStyle : '')],
    ['course.js', script('elearning')],
    ...(regular && bold
      ? ([
          ['regular.ttf', regular],
          ['bold.ttf', bold],
        ] as const)
      : []),
    ...(data.cobranded?.logo ? ([['logo.png', Buffer.from(data.cobranded.logo.png, 'base64')]] as const) : []),
  ]
  return zip(
    [
      [
        'imsmanifest.xml',
        manifest(
          data,
          files.map(([path]) => path),
        ),
      ],
      // Control documents belong to the manifest, not to what a learner's browser loads: the manifest does not list them.
      ...schemasOf[data.edition],
      ...files,
    ],
    date,
  )
}
