/** One A4: the questions in rows, each with the ways that leave it, then what is done, one lane for each way through. */
export const layout = `
#let edge = 9mm
#let wide = 210mm - 2 * edge
#let gutter = 8mm
#set page(width: 210mm, height: 297mm, margin: 0mm, fill: white)
#show heading.where(level: 1): it => text(size: 1em / 1.4, it.body)
#show heading.where(level: 2): it => block(above: 0pt, below: 0.55em, text(size: 1.12em, it.body))
#let chip(body, fill: c.moss) = box(fill: fill, stroke: 0.7pt + c.deep, inset: (x: 4pt, y: 0pt), outset: (y: 2.6pt), radius: 2pt, strong(body))
#let tip(turn: 0deg) = rotate(turn, polygon(fill: c.deep, (0pt, 0pt), (6pt, 3.5pt), (0pt, 7pt)))
#let arrow = pdf.artifact(box(width: 15pt, height: 7pt, { place(horizon, std.line(length: 10pt, stroke: 1.4pt + c.deep)); place(horizon, dx: 9pt, tip()) }))
#let disc(n, size) = box(width: size * 1.7, height: size * 1.7, baseline: size * 0.5, circle(radius: size * 0.85, fill: c.deep, inset: 0pt, align(center + horizon, text(fill: c.white, weight: "bold", size: size * 0.95, str(n)))))
// A question: what is asked, how to answer, and at its foot where each answer leads.
#let question(entry, n, size) = {
  set par(leading: 0.48em, spacing: 0.55em)
  block(above: 0pt, below: size * 0.8, grid(columns: (auto, 1fr), column-gutter: size * 0.5, align: (top, horizon), disc(n, size), strong(text(size: 1.06em, entry.title))))
  par(text(size: 0.92em, fill: c.muted, entry.hint))
}
#let ways(entry, n, size) = {
  set par(leading: 0.6em)
  if entry.away != none {
    block(above: size * 0.9, below: 0pt, {
      let to = if entry.away.number != none { board(entry.away.number, size: size * 1.3, kind: "sun") } else { strong(entry.away.to) }
      let answer = chip(entry.away.answer, fill: if entry.away.number != none { c.sun } else { c.grey })
      set par(leading: 0.4em)
      grid(columns: (auto, auto, 1fr), column-gutter: 4pt, align: horizon, answer, arrow, to)
    })
  }
  if entry.on != none { block(above: size * 0.9, below: 0pt, grid(columns: 3, column-gutter: 4pt, align: horizon, chip(entry.on), arrow, strong(str(n + 1)))) }
}
#let gap = 2.5mm
#let lane = if data.ends.len() > 0 { (wide - gap * (data.ends.len() - 1)) / data.ends.len() }
#let centres() = if lane == none { (wide / 2,) } else { data.ends.enumerate().map(((n, _)) => n * (lane + gap) + lane / 2) }
#let rows-of(size) = context {
  let count = data.questions.len()
  let across = if count > 4 { 3 } else { 2 }
  let each = (wide - gutter * (across - 1)) / across
  let inner = each - 14pt
  for first in range(0, count, step: across) {
    let row = data.questions.slice(first, calc.min(first + across, count)).enumerate(start: first + 1)
    let tall(make) = calc.max(..row.map(((n, entry)) => measure(block(width: inner, make(entry, n, size))).height))
    let (upper, lower) = (tall(question), tall(ways))
    let high = upper + lower + 12pt
    block(above: 0pt, below: 0pt, width: wide, height: high, for (at, (n, entry)) in row.enumerate() {
      place(dx: at * (each + gutter), block(width: each, height: high, stroke: 1.3pt + c.deep, radius: 4pt, inset: (x: 7pt, y: 6pt), {
        question(entry, n, size)
        place(bottom, ways(entry, n, size))
      }))
      if at + 1 < row.len() { place(dx: at * (each + gutter) + each + (gutter - 15pt) / 2, dy: high / 2 - 3.5pt, arrow) }
    })
    // From the end of a row to what comes under it.
    let from = each / 2 + (row.len() - 1) * (each + gutter)
    let to = if first + across < count { (each / 2,) } else { centres() }
    let stroke = 1.4pt + c.deep
    block(above: 0pt, below: 0pt, width: wide, height: 6mm, pdf.artifact({
      place(std.line(start: (from, 0mm), end: (from, 2.4mm), stroke: stroke))
      place(std.line(start: (calc.min(from, ..to), 2.4mm), end: (calc.max(from, ..to), 2.4mm), stroke: stroke))
      for x in to {
        place(std.line(start: (x, 2.4mm), end: (x, 4mm), stroke: stroke))
        place(polygon(fill: c.deep, (x - 3.5pt, 3.6mm), (x + 3.5pt, 3.6mm), (x, 5.7mm)))
      }
    }))
  }
}
#let step(entry) = block(width: 100%, breakable: false, above: 0pt, below: 0.8em, {
  set par(leading: 0.42em)
  if entry.only != none { text(size: 0.92em, fill: c.link, { if entry.only.answer != none [#strong(entry.only.answer) ]; entry.only.text }); linebreak() }
  strong(entry.title)
  linebreak()
  text(size: 0.92em, fill: c.muted)[#entry.who. #entry.by.]
  for line in entry.lines { linebreak(); text(size: 0.95em)[#line.name: #number(weight: "bold", line.number)] }
  if entry.unsure != none { linebreak(); text(size: 0.92em, fill: c.at("brick-dark"), entry.unsure) }
  if entry.dont.len() > 0 {
    set par(leading: 0.4em)
    block(above: 0.5em, below: 0pt, grid(columns: (0.9em, 1fr), row-gutter: 0.5em, ..entry.dont.map(words => (pdf.artifact(box(baseline: -0.2em, rect(width: 0.6em, height: 0.2em, fill: c.brick))), text(size: 0.95em, words))).flatten()))
  }
})
#let panel(width, fill, body) = block(width: width, fill: fill, radius: 4pt, inset: 8pt, above: 0pt, below: 0pt, body)
#let lanes(size) = context {
  let inner = lane - 12pt
  let head(end) = {
    block(width: 100%, above: 0pt, below: 0.6em, fill: c.moss, inset: (x: 4pt, y: 3pt), radius: 2pt, { set par(leading: 0.4em); strong[#data.decides #end.answer] })
    set par(leading: 0.42em)
    heading(level: 2, end.title)
  }
  let high = calc.max(..data.ends.map(end => measure(block(width: inner, head(end))).height))
  grid(columns: (lane,) * data.ends.len(), column-gutter: gap, ..data.ends.map(end => grid.cell(stroke: 1.3pt + c.deep, inset: 6pt, {
    block(above: 0pt, below: 0.9em, height: high, head(end))
    end.steps.map(step).join()
  })))
}
#let sheet(size) = {
  rows-of(size)
  if data.ends.len() > 0 { block(above: 0pt, below: 3.5mm, lanes(size)) }
  panel(wide, c.chalk, {
    heading(level: 2, data.shared.title)
    v(0.3em)
    context dealt(data.shared.steps.map(step), if data.ends.len() > 0 { 4 } else { 3 }, wide - 16pt)
  })
}
#block(width: 100%, height: 19mm, fill: c.sky, above: 0pt, below: 0pt, {
  place(bottom, rect(width: 100%, height: 2.5mm, fill: c.ground))
  place(left + horizon, dx: edge, dy: -1mm, held(wide - 44mm, 16mm, data.lead, { block(below: 2mm, text(size: 20pt, weight: "bold", heading(level: 1, data.title))); text(size: 10pt, fill: c.muted, data.lead) }))
  place(right + horizon, dx: -edge, dy: -1mm, wordmark(size: 9pt))
})
#let foot = {
  set text(size: 8pt, fill: c.muted)
  grid(columns: (15mm, 1fr), column-gutter: 4mm, align: horizon, image(bytes(data.code), format: "svg", width: 15mm, alt: data.address), {
    link(data.address, text(fill: c.link, weight: "bold", size: 9pt, data.address))
    linebreak()
    [#data.foot #s.foot]
    if s.demonstration != none { [ ]; text(fill: c.ink, runs(s.demonstration.english)) }
  })
}
#context {
  let room = 297mm - 19mm - 4mm - 15mm - 6mm - 4mm
  let size = fitting((13pt, 12.5pt, 12pt, 11.5pt, 11.25pt, 11pt, 10.75pt, 10.5pt, 10.25pt, 10pt, 9.75pt, 9.5pt, 9.25pt, 9pt, 8.75pt, 8.5pt, 8.25pt, 8pt, 7.75pt, 7.5pt, 7pt), (sheet, wide, room))
  set text(size: size)
  place(top + left, dx: edge, dy: 19mm + 4mm, block(width: wide, sheet(size)))
  place(bottom + left, dx: edge, dy: -6mm, block(width: wide, foot))
}
`
