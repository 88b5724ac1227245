import type { Make } from '../kind.ts'
import { type Entry, zip } from '../zip.ts'
import type { ElearningData } from './elearning.ts'
import { manifest } from './manifest.ts'
import { styleOf } from './style.ts'

/** Puts page, script, look and type into one package. */
export const make: Make<ElearningData> = async ({ data, date }, { fonts, script }) => {
  const [regular, bold] = fonts
  const files: Entry[] = [
    ['index.html', data.page],
    ['course.css', styleOf(data.colours)],
    ['course.js', script('elearning')],
    ...(regular && bold
      ? ([
          ['regular.ttf', regular],
          ['bold.ttf', bold],
        ] as const)
      : []),
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
      ...files,
    ],
    date,
  )
}
