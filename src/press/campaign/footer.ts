import { fullDate } from '../../content/speech/when.ts'
import { addressRun, type Told } from './documents.ts'
import type { Drawn } from './pictures.ts'
import { escapedHtml, plainRuns } from './pieces.ts'

/** Width of the picture in an e-mail, in pixels of its layout. */
const shown = 300

/** What stands under every e-mail until the day. Tables and colours in place, for programs that know nothing else. */
export const footerHtml = (told: Told, picture: Drawn | undefined): string => {
  const { tongue, day, edition } = told
  const { colours } = picture ?? { colours: {} as Record<string, string> }
  const page = `${edition.origin}/campaigns/${day.id}`
  const [name, ...lines] = linesOf(told)
  const cell = `font-family:Arial,sans-serif;font-size:15px;line-height:1.5;color:${colours.ink ?? '#000000'};vertical-align:top;padding:12px 0`
  const image = picture
    ? `<td style="${cell};padding-right:16px"><a href="${escapedHtml(page)}"><img src="../${picture.file}" alt="${escapedHtml(picture.alt)}" width="${shown}" height="${Math.round((shown * picture.frame.height) / picture.frame.width)}" style="display:block;border:0"></a></td>`
    : ''
  const words = [`<strong>${escapedHtml(name ?? '')}</strong>`, ...lines.map(escapedHtml)].join('<br>')
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${escapedHtml(tongue.say('kit.footer-title', { day: day.name }))}</title></head>
<body>
<table role="presentation" cellpadding="0" cellspacing="0" style="border-top:3px solid ${colours.deep ?? '#000000'}"><tr>
${image}<td style="${cell}">${words}<br><a href="${escapedHtml(page)}" style="color:${colours.link ?? '#000000'}">${escapedHtml(page)}</a></td>
</tr></table>
</body>
</html>
`
}

export const footerText = (told: Told): string => `-- \n${[...linesOf(told), plainRuns([addressRun(told)])].join('\n')}\n`

const linesOf = ({ tongue: { pack, say }, day, next }: Told): string[] => [
  say('kit.article-when', { day: day.name, date: fullDate(next.from) }),
  ...day.messages.filter(({ card }) => card?.ring).map(({ text }) => text),
  ...(pack.partnership.adopted ? [] : [say('card.demonstration')]),
]
