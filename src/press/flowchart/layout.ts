/** One A4: the questions as a way that goes down, answers that leave it to the right, then what is done, all of it side by side. */
export const layout = String.raw`
#let edge = 9mm
#let wide = 210mm - 2 * edge
#set page(width: 210mm, height: 297mm, margin: 0mm, fill: white)
#show heading.where(level: 1): it => text(size: 1em / 1.4, it.body)
#show heading.where(level: 2): it => block(above: 0pt, below: 0.5em, text(size: 1.05em, it.body))
#let chip(body, fill: c.moss) = box(fill: fill, inset: (x: 4pt, y: 2.5pt), radius: 8pt, strong(body))
#let arrow = pdf.artifact(box(width: 14pt, height: 7pt, baseline: 0pt, { place(horizon, std.line(length: 9pt, stroke: 1.4pt + c.deep)); place(dx: 8pt, polygon(fill: c.deep, (0pt, 0pt), (6pt, 3.5pt), (0pt, 7pt))) }))
#let down(label) = block(above: 0pt, below: 0pt, inset: (left: 8mm), {
  grid(columns: (auto, auto), column-gutter: 5pt, align: horizon,
    pdf.artifact(box(width: 7pt, height: 13pt, { place(dx: 2.8pt, rect(width: 1.4pt, height: 7pt, fill: c.deep)); place(dy: 6.5pt, polygon(fill: c.deep, (0pt, 0pt), (7pt, 0pt), (3.5pt, 6pt))) })),
    if label != none { chip(label) })
})
#let question(entry, n, size) = grid(columns: (104mm, 1fr), column-gutter: 3mm, align: horizon,
  block(width: 100%, stroke: 1.3pt + c.deep, radius: 4pt, inset: (x: 7pt, y: 5pt), {
    strong[#n. #entry.title]
    linebreak()
    text(size: 0.86em, fill: c.muted, entry.hint)
  }),
  if entry.away != none {
    arrow
    h(3pt)
    chip(entry.away.answer, fill: if entry.away.number != none { c.sun } else { c.grey })
    h(4pt)
    entry.away.to
    if entry.away.number != none { h(5pt); board(entry.away.number, size: size * 1.5, kind: "sun") }
  })
#let step(entry) = block(width: 100%, breakable: false, above: 0pt, below: 0.75em, {
  set par(leading: 0.42em)
  if entry.only != none { text(size: 0.88em, style: "normal", fill: c.link, entry.only); linebreak() }
  strong(entry.title)
  linebreak()
  text(size: 0.9em, fill: c.muted)[#entry.who. #entry.by.]
  for words in entry.dont { linebreak(); text(size: 0.9em, words) }
  if entry.unsure != none { linebreak(); text(size: 0.9em, style: "normal", fill: c.at("brick-dark"), entry.unsure) }
  for line in entry.lines { linebreak(); text(size: 0.92em)[#line.name: #number(weight: "bold", line.number)] }
})
// Steps in columns of like height, read one column after the other.
#let dealt(steps, count, width) = {
  let gutter = 5mm
  let each = (width - gutter * (count - 1)) / count
  let heights = steps.map(entry => measure(block(width: each, step(entry))).height + 4pt)
  let goal = heights.sum(default: 0pt) / count
  let (columns, used) = (((),), 0pt)
  for (i, entry) in steps.enumerate() {
    if columns.len() < count and used + heights.at(i) / 2 > goal * columns.len() { columns.push(()) }
    columns.last().push(entry)
    used += heights.at(i)
  }
  grid(columns: (each,) * count, column-gutter: gutter, ..columns.map(column => column.map(step).join()))
}
#let panel(width, fill, body) = block(width: width, fill: fill, radius: 5pt, inset: 8pt, above: 0pt, below: 0pt, body)
#let sheet(size) = {
  for (n, entry) in data.questions.enumerate(start: 1) {
    question(entry, n, size)
    down(entry.on)
  }
  if data.ends.len() > 0 {
    let each = (wide - 4mm) / 2
    block(above: 2pt, below: 3mm, grid(columns: (each, each), gutter: 4mm, ..data.ends.map(end => block(width: 100%, stroke: 1.3pt + c.deep, radius: 5pt, inset: 8pt, {
      if end.answer != none { chip(end.answer); v(0.3em) }
      heading(level: 2, end.title)
      dealt(end.steps, 2, each - 16pt)
    }))))
  }
  panel(wide, c.chalk, {
    heading(level: 2, data.shared.title)
    v(0.3em)
    dealt(data.shared.steps, 3, wide - 16pt)
  })
}
#block(width: 100%, height: 19mm, fill: c.sky, above: 0pt, below: 0pt, {
  place(bottom, rect(width: 100%, height: 2.5mm, fill: c.ground))
  place(left + horizon, dx: edge, dy: -1mm, block({ block(below: 2mm, text(size: 20pt, weight: "bold", heading(level: 1, data.title))); text(size: 10pt, fill: c.muted, data.lead) }))
  place(right + horizon, dx: -edge, dy: -1mm, wordmark(size: 9pt))
})
#let foot = {
  set text(size: 7.5pt, fill: c.muted)
  grid(columns: (15mm, 1fr), column-gutter: 4mm, align: horizon, image(bytes(data.code), format: "svg", width: 15mm, alt: data.address), {
    link(data.address, text(fill: c.link, weight: "bold", size: 8.5pt, data.address))
    linebreak()
    [#data.foot #s.foot]
    if s.demonstration != none { [ ]; text(fill: c.ink, runs(s.demonstration.english)) }
  })
}
#context {
  let room = 297mm - 19mm - 4mm - 15mm - 6mm - 4mm
  let size = fitting((13pt, 12.5pt, 12pt, 11.5pt, 11pt, 10.5pt, 10pt, 9.5pt, 9pt, 8.5pt, 8pt, 7.75pt, 7.5pt, 7.25pt, 7pt), (sheet, wide, room))
  set text(size: size)
  place(top + left, dx: edge, dy: 19mm + 4mm, block(width: wide, sheet(size)))
  place(bottom + left, dx: edge, dy: -6mm, block(width: wide, foot))
}
`
