/** One A4: the place on its ground, signs and what to do on the left, whom to tell on boards on the right, advice for the place below. */
export const sectorLayout = String.raw`
#set page(width: 210mm, height: 297mm, margin: 0mm, fill: white)
#let edge = 13mm
#let wide = 210mm - 2 * edge
#let side = 58mm
#let main = wide - side - 8mm
#let sky = 58mm
// Between the ground and what is told.
#let clear = 6mm
#show heading.where(level: 1): it => text(size: 1em / 1.4, it.body)
#show heading.where(level: 2): it => block(above: 1.2em, below: 0.75em, text(size: 1.25em, it.body))
#show heading.where(level: 3): it => block(above: 0.9em, below: 0.45em, text(size: 1em, it.body))
#let sign = pdf.artifact(box(baseline: 0.12em, { box(circle(radius: 0.42em, fill: c.sun, stroke: 0.6pt + c.ink)) }))
#let points(items, size, marker: none) = grid(columns: (1.5em, 1fr), row-gutter: size * 0.6,
  ..items.enumerate().map(((i, item)) => ({ if marker == none { text(weight: "bold", fill: c.deep, str(i + 1)) } else { marker } }, item)).flatten())
#let bar = pdf.artifact(box(baseline: -0.17em, rect(width: 0.8em, height: 0.22em, fill: c.brick)))
#let words(size) = {
  heading(level: 2, data.see.title)
  points(data.see.signs.map(text.with()), size, marker: sign)
  block(above: 0.9em, strong(data.see.note))
  heading(level: 2, data.do.title)
  points(data.do.steps.map(runs), size)
  heading(level: 2, data.dont.title)
  points(data.dont.steps.map(runs), size, marker: bar)
}
// Close: where several councils have a line each, smaller boards with less air leave room for all.
#let telling(size, close: false) = {
  block(width: 100%, fill: c.deeper, radius: 5pt, inset: 11pt, {
    set text(fill: c.white)
    heading(level: 2, data.tell.title)
    par(data.tell.danger.text)
    board(data.tell.danger.number, size: size * 2.9, kind: "sun")
  })
  for line in data.tell.lines {
    block(above: size * if close { 0.9 } else { 1.15 }, below: 0pt, width: 100%, {
      heading(level: 3, line.name)
      if line.number != none { board(line.number, size: size * if close { 1.3 } else { 1.6 }, kind: if line.doubtful { "hollow" } else { "deep" }) }
      block(above: if close { 0.35em } else { 0.6em }, text(size: 0.92em, fill: c.muted, line.hours))
    })
  }
}
// For staff, beside the advice for the place: where the pathway is. Nobody can press a sheet, so its address is written out.
#let work = [#strong[#data.work.title:] #runs(data.work.runs) #link(data.work.address, text(fill: c.link, weight: "bold", data.work.address))]
// Advice for the place, under both columns: at each desk somebody else reads it, so each stands in a column.
#let part(size) = if data.part.advice.len() > 0 {
  let told(advice) = block(above: 0pt, below: 0.9em, width: 100%, { if advice.who != none { strong(advice.who + ". ") }; runs(advice.runs) })
  block(width: 100%, fill: c.chalk, radius: 5pt, inset: (x: 11pt, y: 8pt), above: 0pt, below: 0pt, {
    set align(top)
    heading(level: 2, data.part.title)
    context dealt(data.part.advice.map(told), calc.min(data.part.advice.len(), 3), wide - 22pt, gap: 7mm)
    work
  })
}
#let foot = block(width: 100%, {
  set text(size: 8pt, fill: c.muted)
  line(length: 100%, stroke: 0.6pt + c.line)
  v(-2mm)
  grid(columns: (21mm, 1fr), column-gutter: 5mm, align: (left, left + horizon),
    image(bytes(data.code), format: "svg", width: 21mm, alt: data.address),
    {
      link(data.address, text(fill: c.link, weight: "bold", size: 9.5pt, data.address))
      linebreak()
      [#s.foot #data.sources]
      if s.demonstration != none { linebreak(); text(fill: c.ink, runs(s.demonstration.english)) }
    })
})
// The place, in daylight.
#block(width: 100%, height: sky, fill: c.sky, above: 0pt, below: 0pt, {
  place(bottom, rect(width: 100%, height: 8mm, fill: c.ground))
  place(bottom + right, dx: -edge, dy: -1mm, drawing(data.drawing, height: 48mm))
  place(top + left, dx: edge, dy: 7mm, wordmark(size: 9.5pt))
  context {
    let across = wide - 68mm
    let title(size) = { set par(leading: 0.3em); text(size: size, weight: "bold", data.title) }
    let size = first-fitting((27pt, 25pt, 23pt, 21pt, 19pt, 17pt), size => height-of(across, size, title(size)) <= 18mm)
    place(top + left, dx: edge, dy: 18mm, block(height: 31mm, align(horizon, held(across, 32mm, data.lead, {
      heading(level: 1, title(size))
      block(above: 4mm, text(size: 12pt, { set par(leading: 0.45em); data.lead }))
    }))))
  }
})
#context {
  let footing = measure(block(width: wide, foot)).height
  let room = 297mm - sky - clear - edge - footing
  let gap = 4mm
  let above(size, overleaf) = room - if data.part.advice.len() > 0 and not overleaf { height-of(wide, size, part(size)) + gap } else { 0mm }
  let fitting-with(telling, overleaf, size) = ((words, main), (telling, side)).all(((make, width)) => height-of(width, size, make(size)) <= above(size, overleaf))
  // No line is left out where there are many: the boards move together, then the advice goes overleaf.
  let telling = if fitting-with(telling, false, 9pt) { telling } else { telling.with(close: true) }
  let overleaf = not fitting-with(telling, false, 9pt)
  let fits(size) = fitting-with(telling, overleaf, size)
  let size = first-fitting((13pt, 12.75pt, 12.5pt, 12.25pt, 12pt, 11.75pt, 11.5pt, 11.25pt, 11pt, 10.75pt, 10.5pt, 10.25pt, 10pt, 9.75pt, 9.5pt, 9.25pt, 9pt), fits)
  set text(size: size)
  place(top + left, dx: edge, dy: sky + clear, block(width: main, words(size)))
  place(top + left, dx: edge + main + 8mm, dy: sky + clear, block(width: side, telling(size)))
  place(bottom + left, dx: edge, dy: -edge + 3mm, block(width: wide, {
    if not overleaf { block(above: 0pt, below: gap, part(size)) }
    foot
  }))
  if overleaf {
    pagebreak()
    place(top + left, dx: edge, dy: edge, block(width: wide, part(size)))
  }
}
`
