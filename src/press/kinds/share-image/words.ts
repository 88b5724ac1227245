import { cardSize } from './card.ts'

/**
 * The words of a card, laid out by Typst, for it shapes Arabic and Ethiopic and breaks lines in any script. The words come as data, so
 * none of their letters is read as markup. A title is set as large as the board allows.
 */
export const layout = `
#let card = json(bytes(sys.inputs.card))
#let rtl = card.direction == "rtl"
#set page(width: ${cardSize.width}pt, height: ${cardSize.height}pt, margin: 0pt, fill: none)
#set text(font: card.fonts, lang: card.language.slice(0, 2), dir: if rtl { direction.rtl } else { direction.ltr }, hyphenate: false)
#set par(leading: 0.42em, justify: false)
#let start = if rtl { right } else { left }
#let end = if rtl { left } else { right }
#let at(dx, dy, body) = place(top + start, dx: if rtl { -dx } else { dx }, dy: dy, body)

#at(154pt, 46pt, stack(dir: ttb, spacing: 12pt,
  text(size: 34pt, weight: "bold", fill: rgb(card.colours.ink), card.site),
  text(size: 25pt, fill: rgb(card.colours.muted), card.area),
))

#if card.draft != none {
  place(top + end, dx: if rtl { 72pt } else { -72pt }, dy: 52pt,
    box(fill: rgb(card.colours.pale), stroke: (paint: rgb(card.colours.edge), thickness: 2.5pt, dash: (9pt, 6pt)), radius: 8pt, inset: (x: 22pt, y: 17pt),
      text(size: 27pt, weight: "bold", fill: rgb(card.colours.ink), lang: "en", dir: direction.ltr, card.draft)))
}

#at(112pt, 156pt, box(width: 896pt, height: 204pt, {
  set align(start + horizon)
  set text(weight: "bold", fill: white)
  context {
    let sizes = (84pt, 76pt, 68pt, 60pt, 54pt, 48pt, 42pt, 37pt)
    let fits(size) = measure(block(width: 896pt, text(size: size, card.title))).height <= 190pt
    let found = sizes.find(fits)
    let size = if found == none { sizes.last() } else { found }
    let height(width) = measure(block(width: width, text(size: size, card.title))).height
    // As narrow as it goes without another line: no last line of one short word.
    let width = range(0, 30).map(step => 896pt - step * 16pt).filter(width => height(width) == height(896pt)).last()
    box(width: width, text(size: size, card.title))
  }
}))

#if card.demonstration != none {
  let said = card.demonstration
  at(72pt, 584pt, box(width: 1056pt, {
    set text(size: 24pt, fill: white)
    if said.own != none { said.own; h(14pt) }
    // In a box of its own: English keeps its full stop at its own end.
    box(text(lang: "en", dir: direction.ltr, said.english))
  }))
}
`
