/** What handbook and guide share: the cover, pages with their foot, what a slide shows. */
export const courseLayout = String.raw`
#let side = 30mm
#set outline.entry(fill: text(fill: c.edge, weight: "regular", size: 0.8em, repeat(gap: 0.4em)[.]))
#let outdent(body) = pad(left: -side, body)
// Where a filled line begins left of the text, so that the words stand in line.
#let outdent-left(body) = pad(left: -8pt, right: -8pt, body)
#let margin-note(body) = place(left, dx: -side, block(width: side - 2mm, body))
// A column at the left for what one looks for: number of a slide, who speaks. Lines of some 70 letters beside it.
#set page(width: 210mm, height: 297mm, margin: (left: 22mm + side, right: 22mm, top: 22mm, bottom: 26mm), fill: white, footer: context {
  let n = counter(page).get().first()
  if n > 1 { set text(size: 9pt, fill: c.muted); outdent(held(166mm, 13mm, s.area, grid(columns: (1fr, auto), column-gutter: 8mm, [#s.site #s.area. #data.title. #if s.demonstration != none { runs(s.demonstration.english) }], [#data.words.page #n]))) }
})
#set text(size: 11pt)
#show heading.where(level: 1): it => text(size: 1em / 1.4, it.body)
#show heading.where(level: 2): it => block(sticky: true, above: 0pt, below: 0.75em, text(size: 1.6em, it.body))
#show heading.where(level: 3): it => block(sticky: true, above: 0pt, below: 0.8em, text(size: 1.25em, fill: c.deep, it.body))
#show heading.where(level: 4): it => block(sticky: true, above: 1.2em, below: 0.5em, text(size: 1em, it.body))
#set table(stroke: (x, y) => (bottom: if y == 0 { 1.5pt + c.deep } else { 0.6pt + c.line }), inset: (x: 6pt, y: 6pt), align: left + top)
// The picture comes as text, and Typst reads text as SVG alone; the SVG is ours.
#let logo(picture, width: 0mm, height: 0mm) = {
  let size = "width='" + str(picture.width) + "' height='" + str(picture.height) + "'"
  let svg = "<svg xmlns='http://www.w3.org/2000/svg' " + size + "><image " + size + " href='data:image/png;base64," + picture.png + "'/></svg>"
  let scale = calc.min(width / (picture.width * 1pt), height / (picture.height * 1pt))
  image(bytes(svg), format: "svg", width: picture.width * scale * 1pt, alt: picture.alt)
}
#let cover = page(margin: 0mm, footer: none, block(width: 100%, height: 100%, fill: c.sky, {
  place(bottom, rect(width: 100%, height: 62mm, fill: c.ground))
  place(bottom + center, dy: -26mm, drawing(data.drawing, height: 104mm))
  place(top + left, dx: 24mm, dy: 22mm, wordmark(size: 13pt))
  let own = data.at("own", default: none)
  if own != none and own.logo != none { place(top + right, dx: -24mm, dy: 18mm, logo(own.logo, width: 72mm, height: 32mm)) }
  place(top + left, dx: 24mm, dy: 58mm, held(160mm, 297mm - 58mm - 104mm - 26mm, data.lead, {
    set par(leading: 0.4em)
    text(size: 44pt, weight: "bold", heading(level: 1, data.title))
    v(4mm)
    set par(leading: 0.6em)
    text(size: 16pt, data.lead)
    v(4mm)
    for said in data.about { par(text(size: 12pt, said)) }
  }))
  place(bottom + left, dx: 24mm, dy: -9mm, held(160mm, 17mm, s.area, text(size: 10pt, { s.foot; if s.demonstration != none { [ ]; runs(s.demonstration.english) } })))
}))
#let part-head(part) = block(sticky: true, width: 100%, above: 2.6em, below: 1.7em, outdent(block(width: 100%, fill: c.sky, inset: (x: 7mm, top: 5mm, bottom: 0mm), radius: 4pt, clip: true, {
  place(bottom, dx: -7mm, rect(width: 100% + 14mm, height: 3mm, fill: c.ground))
  grid(columns: (1fr, 38mm), column-gutter: 6mm, align: (left + horizon, right + bottom),
    pad(bottom: 6mm, { heading(level: 2, part.title); text(size: 1.1em, part.lead) }),
    drawing(part.drawing, width: 38mm))
})))
// A slide and what belongs to it, on one page; the number of the slide stands in the column at the left.
#let section(at, title, body) = block(width: 100%, breakable: false, above: 2.1em, below: 0pt, {
  margin-note(block(width: side - 4mm, inset: (top: 0.32em), text(size: 0.85em, fill: c.muted, at)))
  heading(level: 3, title)
  body
})
#let shown(slide) = if slide != none {
  if slide.as == "points" { list-of(slide.points) }
  else if slide.as == "words" { par(text(fill: c.muted, slide.text)) }
  else if slide.as == "columns" { grid(columns: (1fr,) * slide.columns.len(), column-gutter: 8mm, ..slide.columns.map(column => { par(strong(column.title)); list-of(column.points) })) }
  else if slide.as == "terms" { for (term, means) in slide.terms { par[#strong(term + ".") #means] } }
  else if slide.as == "boards" {
    for entry in slide.boards { block(below: 0.7em, grid(columns: (52mm, 1fr), column-gutter: 4mm, align: horizon, board(entry.number, size: 15pt, kind: if entry.number == "999" { "sun" } else { "deep" }), entry.name)) }
  }
  else if slide.as == "story" {
    block(width: 100%, fill: c.chalk, radius: 4pt, inset: 10pt, { par(strong(slide.note)); par(slide.text) })
    list-of(slide.questions)
  }
  else if slide.as == "table" {
    if slide.above != none { par(slide.above) }
    table(columns: (1fr,) * slide.head.len(), table.header(..slide.head.map(strong)), ..slide.rows.flatten())
    if slide.note != none { par(text(size: 0.9em, fill: c.muted, slide.note)) }
  }
}
#let choice-line(choice) = {
  let right = choice.at("right", default: false)
  block(width: 100%, above: 0.55em, below: 0pt, inset: (x: 8pt, y: 5pt), radius: 3pt, fill: if right { c.moss } else { none }, {
    strong({ if right [#data.words.right ]; [#choice.text.] })
    [ #choice.why]
  })
}
#let check-item(item, n) = block(breakable: false, width: 100%, above: 1.9em, below: 0pt, {
  heading(level: 3, [#str(n). #item.question])
  outdent-left(for choice in item.choices { choice-line(choice) })
})
`
