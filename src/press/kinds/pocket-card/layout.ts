/** Ten cards to cut from A4, printed on both sides: page 1 the fronts, page 2 the backs. One is read aloud, the copies are not. */
export const layout = String.raw`
#let wide = 85mm
#let tall = 55mm
#let inset = 4mm
#set page(width: 210mm, height: 297mm, margin: 0mm, fill: white)
#show heading.where(level: 1): it => text(size: 1em / 1.4, it.body)
#let small(body) = text(size: 0.82em, fill: c.muted, font: faces.atkinson, lang: "en", dir: direction.ltr, body)
#let under(body) = block(above: leading, below: 0pt, width: 100%, align(left, { set par(leading: 0.45em); small(body) }))
#let notice(size) = if s.draft != none {
  set text(size: calc.min(size * 0.85, 6.5pt))
  block(above: size * 0.6, below: 0pt, width: 100%, stroke: (top: (paint: c.edge, thickness: 0.7pt, dash: (3pt, 2pt))), inset: (top: 3pt), {
    if s.draft.own != none { strong(runs(s.draft.own)); [ ] }
    small(runs(s.draft.english))
  })
}
// A list of numbers, and nothing that says what for.
#let front(head) = size => {
  block(above: 0pt, below: size * 0.55, text(weight: "bold", size: size * 1.15, head(put(data.heading))))
  set par(leading: 0.36em)
  let rows = (
    (
      { put(data.danger.words); if data.danger.words.english != none { under(runs(data.danger.words.english)) } },
      h(7pt) + box(fill: c.sun, stroke: 0.6pt + c.ink, inset: (x: 4pt, y: 3pt), number(weight: "bold", size: size * 1.5, top-edge: "cap-height", bottom-edge: "baseline", data.danger.number)),
    ),
    ..data.lines.map(entry => (put(entry.name), h(7pt) + number(weight: "bold", size: size * 1.15, entry.number))),
  )
  grid(columns: (1fr, auto), column-gutter: 0pt, align: (start + horizon, end + horizon), inset: (x: 0pt, y: size * 0.3), stroke: (top: 0.4pt + c.line), ..rows.flatten())
  notice(size)
}
#let back(size) = {
  for (n, said) in data.back.enumerate() {
    block(above: if n == 0 { 0pt } else { size * 0.75 }, below: 0pt, width: 100%, { put-par(said); if said.english != none { under(runs(said.english)) } })
  }
  if data.demonstration != none { block(above: size * 0.75, below: 0pt, width: 100%, align(left, small(data.demonstration))) }
  notice(size)
}
#let sheet(make, sizes) = context {
  let size = fitting(sizes, (make(x => x), wide - 2 * inset, tall - 2 * inset))
  for row in range(5) {
    for column in range(2) {
      let first = row == 0 and column == (if rtl { 1 } else { 0 })
      let card = block(width: wide, height: tall, inset: inset, stroke: 0.3pt + c.line, {
        set text(size: size)
        align(start, make(x => if first { heading(level: 1, x) } else { x })(size))
      })
      place(top + left, dx: 20mm + column * wide, dy: 11mm + row * tall, if first { card } else { pdf.artifact(card) })
    }
  }
}
#let sizes = (11pt, 10.75pt, 10.5pt, 10.25pt, 10pt, 9.75pt, 9.5pt, 9.25pt, 9pt, 8.75pt, 8.5pt, 8.25pt, 8pt, 7.75pt, 7.5pt, 7.25pt, 7pt, 6.75pt, 6.5pt, 6.25pt, 6pt)
#sheet(front, sizes)
#pagebreak()
#sheet(head => back, sizes)
`
