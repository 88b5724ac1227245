/** One A4: the place on its ground, signs and advice on the left, whom to tell on a board on the right. */
export const sectorLayout = String.raw`
#set page(width: 210mm, height: 297mm, margin: 0mm, fill: white)
#let edge = 13mm
#let wide = 210mm - 2 * edge
#let side = 58mm
#let main = wide - side - 8mm
#let sky = 56mm
#let tall = 297mm - sky - 7mm - edge
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): it => block(above: 1.15em, below: 0.6em, text(size: 1.2em, it.body))
#show heading.where(level: 3): it => block(above: 0.9em, below: 0.45em, text(size: 1em, it.body))
#let sign = pdf.artifact(box(baseline: 0.12em, { box(circle(radius: 0.42em, fill: c.sun, stroke: 0.6pt + c.ink)) }))
#let points(items, size, marker: none) = grid(columns: (1.5em, 1fr), row-gutter: size * 0.6,
  ..items.enumerate().map(((i, item)) => ({ if marker == none { text(weight: "bold", fill: c.deep, str(i + 1)) } else { marker } }, item)).flatten())
#let bar = pdf.artifact(box(baseline: -0.22em, rect(width: 0.8em, height: 0.22em, fill: c.brick)))
#let words(size) = {
  heading(level: 2, data.see.title)
  points(data.see.signs.map(text.with()), size, marker: sign)
  block(above: 0.9em, strong(data.see.note))
  heading(level: 2, data.do.title)
  points(data.do.steps.map(runs), size)
  heading(level: 2, data.dont.title)
  points(data.dont.steps.map(runs), size, marker: bar)
}
#let telling(size) = {
  block(width: 100%, fill: c.deeper, radius: 5pt, inset: 11pt, {
    set text(fill: c.white)
    heading(level: 2, data.tell.title)
    par(data.tell.danger.text)
    board(data.tell.danger.number, size: size * 2.6, kind: "sun")
  })
  for line in data.tell.lines {
    block(above: size * 1.1, below: 0pt, width: 100%, {
      heading(level: 3, line.name)
      if line.number != none { board(line.number, size: size * 1.45, kind: if line.doubtful { "hollow" } else { "deep" }) }
      block(above: 0.6em, text(size: 0.92em, fill: c.muted, line.hours))
    })
  }
}
#let part = if data.part.advice.len() > 0 {
  block(above: 1.2em, width: 100%, fill: c.chalk, radius: 5pt, inset: 9pt, {
    heading(level: 2, data.part.title)
    for advice in data.part.advice { par({ if advice.who != none { strong(advice.who + ". ") }; runs(advice.runs) }) }
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
  place(bottom, rect(width: 100%, height: 7.5mm, fill: c.ground))
  place(bottom + right, dx: -edge, drawing(data.drawing, height: 44mm))
  place(top + left, dx: edge, dy: 7mm, wordmark(size: 9.5pt))
  place(top + left, dx: edge, dy: 17.5mm, held(wide - 64mm, sky - 17.5mm - 7.5mm, data.lead, {
    heading(level: 1, data.title)
    text(size: 11pt, data.lead)
  }))
})
#context {
  let footing = measure(block(width: wide, foot)).height
  let room = tall - footing - 4mm
  // Advice for the place stands on the side that leaves the larger type.
  let columns(size, beside) = if beside { (words(size), { telling(size); part }) } else { ({ words(size); part }, telling(size)) }
  let fits(size, beside) = columns(size, beside).zip((main, side)).all(((body, width)) => height-of(width, size, body) <= room)
  let size = first-fitting((13pt, 12.5pt, 12pt, 11.5pt, 11pt, 10.5pt, 10pt, 9.5pt, 9pt), size => fits(size, true) or fits(size, false))
  let (left-body, right-body) = columns(size, fits(size, true))
  set text(size: size)
  place(top + left, dx: edge, dy: sky + 2mm, block(width: main, left-body))
  place(top + left, dx: edge + main + 8mm, dy: sky + 7mm, block(width: side, right-body))
  place(bottom + left, dx: edge, dy: -edge + 3mm, block(width: wide, foot))
}
`
