import { spoken } from '../../../content/post-text.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import { fullDate } from '../../../format/when.ts'
import { addressRun, type Told } from './documents.ts'
import type { Drawn } from './pictures.ts'
import { escapedHtml, plainRuns } from './pieces.ts'

/** Width of the picture in an e-mail, in pixels of its layout. */
const shown = 300

/** What stands under every e-mail until the day: picture and words side by side, or under each other where there is no room. Colours in place, for programs that know no style sheet. */
export const footerHtml = (told: Told, picture: Drawn | undefined): string => {
  const { locale, day, edition } = told
  const colours = picture?.colours ?? {}
  const page = escapedHtml(`${edition.origin}/campaigns/${day.id}`)
  // A number to ring stands on one line.
  const [name, ...lines] = linesOf(told).map((line) =>
    escapedHtml(line).replace(/\d[\d ]+\d/g, '<span style="white-space:nowrap">$&</span>'),
  )
  const beside = 'display:inline-block;vertical-align:top;margin:12px 16px 0 0'
  const image = picture
    ? `<a href="${page}" style="${beside}"><img src="../${picture.file}" alt="${escapedHtml(picture.alt)}" width="${shown}" height="${Math.round((shown * picture.frame.height) / picture.frame.width)}" style="display:block;border:0"></a>\n`
    : ''
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(locale.t('kit.footer-title', { day: day.name }))}</title>
</head>
<body>
<div style="border-top:3px solid ${colours.deep};font-family:Arial,sans-serif;font-size:15px;line-height:1.5;color:${colours.ink}">
${image}<div style="${beside};max-width:380px"><strong>${[`${name}</strong>`, ...lines].join('<br>')}<br><a href="${page}" style="color:${colours.link}">${page}</a></div>
</div>
</body>
</html>
`
}

export const footerText = (told: Told): string => `-- \n${[...linesOf(told), plainRuns([addressRun(told)])].join('\n')}\n`

const linesOf = ({ locale: { pack, t }, day, next }: Told): string[] => [
  t('kit.article-when', { day: day.name, date: fullDate(next.from) }),
  ...day.messages.filter(({ card }) => card?.ring).map(({ text }) => spoken(text).text),
  ...[disclaimerOf(pack.partnership)].flatMap((said) => (said ? [t(said.card)] : [])),
]
