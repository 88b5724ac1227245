/**
 * The sheet: questions in a row with every answer and where it leads, what is done first, then a lane for each answer that decides; on the
 * back what may apply besides and what is done every time. A child's sheet has one lane, and is one page where it fits.
 */
export const layout = `
#let edge = 9mm
#let wide = 210mm - 2 * edge
#let top = 16mm
#set page(width: 210mm, height: 297mm, margin: 0mm, fill: white)
// Headings are as large as the text that they are put into: Typst would scale the first two levels.
#show heading: it => block(above: 0pt, below: 0pt, text(size: 1em / (1.4, 1.2, 1).at(it.level - 1), it.body))
#let line-width = 1.2pt + c.deep
#let chip(body) = box(fill: c.deep, inset: (x: 4pt, y: 0pt), outset: (y: 0.26em), radius: 1.5pt, text(fill: c.white, weight: "bold", body))
#let arrow = pdf.artifact(box(width: 11pt, height: 6pt, { place(horizon, std.line(length: 7pt, stroke: line-width)); place(horizon, dx: 6pt, polygon(fill: c.deep, (0pt, 0pt), (5pt, 3pt), (0pt, 6pt))) }))
#let disc(n) = box(width: 1.5em, height: 1.5em, baseline: 0.42em, circle(radius: 0.75em, fill: c.deep, inset: 0pt, align(center + horizon, text(fill: c.white, weight: "bold", size: 0.9em, str(n)))))
#let letter(l) = box(width: 1.35em, height: 1.35em, baseline: 0.35em, rect(width: 100%, height: 100%, radius: 1.5pt, stroke: line-width, inset: 0pt, fill: c.white, align(center + horizon, strong(l))))
// Whom an action is for, by shape as well as by words: filled, framed, framed twice.
#let tag(t) = {
  let (fill, ink) = if t.shape == "filled" { (c.deep, c.white) } else { (c.white, c.ink) }
  let own = text(fill: ink, weight: "bold", t.text)
  let inner = box(fill: fill, stroke: 0.7pt + c.deep, radius: 0.6em, inset: (x: 4pt, y: 0pt), outset: (y: 0.26em), own)
  if t.shape == "double" { box(stroke: 0.7pt + c.deep, radius: 0.75em, inset: (x: 1.4pt, y: 0pt), outset: (y: 0.26em + 1.3pt), inner) } else { inner }
}
#let where-told(lanes) = box(stroke: 0.9pt + c.deep, radius: 1.5pt, inset: (x: 3pt, y: 0pt), outset: (y: 0.24em), strong(lanes))
#let dagger = sym.dagger
// Names and numbers in one line, as far as they go.
#let lines(list) = list.map(line => [#line.name: #number(weight: "bold", line.number)]).join([; ])
// An action: for whom, what, who does it and by when, whom to call.
#let step(entry) = block(width: 100%, breakable: false, above: 0pt, below: 0.5em, {
  set par(leading: 0.36em, spacing: 0.4em)
  // Two frames need room below.
  if entry.tag != none and entry.tag.shape == "double" { block(above: 0pt, below: 0.62em, tag(entry.tag)) }
  if entry.lanes != none { where-told(entry.lanes); [ ] }
  if entry.tag != none and entry.tag.shape != "double" { tag(entry.tag); [ ] }
  strong(entry.title)
  if entry.unsure { dagger }
  h(0.6em)
  text(fill: c.muted)[#entry.who. #entry.by. ]
  lines(entry.lines)
  if entry.with != none { [ ]; emph(entry.with) }
  for other in entry.also { block(above: 0.4em, below: 0pt, inset: (left: 0.6em), stroke: (left: 1.4pt + c.deep))[#strong[#other.tag.text:] #other.title] }
})
// In as many columns as make it lowest.
#let lowest(entries, most, width, gap: 3.5mm) = context {
  let ways = range(1, calc.min(entries.len(), most) + 1).map(across => dealt(entries, across, width, gap: gap))
  let heights = ways.map(way => measure(block(width: width, way)).height)
  ways.at(heights.position(high => high <= calc.min(..heights) + 1pt))
}
// What is for some and what is for all in turn, so that nothing for all stands in the column of some.
#let banded(entries, most, width) = {
  let bands = ()
  for entry in entries {
    if bands.len() > 0 and (bands.last().last().tag == none) == (entry.tag == none) { bands.last().push(entry) } else { bands.push((entry,)) }
  }
  stack(spacing: 0.55em, ..bands.map(band => lowest(band.map(step), most, width)))
}
#let framed(body, fill: none, inset: (x: 6pt, y: 5pt)) = block(width: 100%, stroke: line-width, radius: 3pt, fill: fill, inset: inset, above: 0pt, below: 0pt, body)
#let asked(n, title) = if n == none { heading(level: 2, text(size: 1.3em, title)) } else { grid(columns: (auto, 1fr), column-gutter: 0.4em, align: horizon, disc(n), heading(level: 2, text(size: 1.25em, title))) }
#let gate(entry, n) = {
  set par(leading: 0.42em)
  asked(n, entry.title)
  if entry.hint != "" { block(above: 0.45em, below: 0.5em, text(fill: c.muted, entry.hint)) } else { v(0.5em, weak: true) }
  for answer in entry.answers {
    let lead = answer.lead
    block(width: 100%, above: 0pt, below: 0pt, stroke: (top: 0.6pt + c.line), inset: (y: 4pt), {
      strong(answer.label)
      [ #arrow ]
      if lead.number != none { box(baseline: 35%, board(lead.number, size: 1.3em.to-absolute(), kind: "sun")); [ ] }
      if lead.text != none { lead.text; if lead.lines.len() > 0 [: ] else [ ] }
      lines(lead.lines)
      if lead.go != none { chip(data.goTo + " " + str(lead.go)) }
    })
  }
}
#let gates(size) = grid(columns: (1.05fr, 1.3fr, 1.2fr), column-gutter: 2.2mm, ..data.gates.enumerate().map(((n, entry)) => grid.cell(stroke: line-width, inset: (x: 6pt, y: 5pt), gate(entry, n + 1))))
#let panel(title, body, fill: c.chalk) = block(width: 100%, fill: fill, radius: 3pt, inset: (x: 7pt, y: 5pt), above: 0pt, below: 0pt, {
  heading(level: 2, text(size: 1.25em, title))
  v(0.5em, weak: true)
  body
})
#let gap = 1.8mm
#let stack-of(..bodies) = for body in bodies.pos() { if body != none { block(above: 0pt, below: gap, width: wide, body) } }
#let lanes(across) = {
  block(above: 0pt, below: 0.5em, { asked(data.decides.number, data.decides.title); block(above: 0.4em, below: 0pt, text(fill: c.muted, data.decides.hint)) })
  for lane in data.decides.lanes {
    if lane.letter == "" { framed(banded(lane.steps, across, wide - 12pt)) } else {
      block(width: 100%, above: 0pt, below: 1mm, breakable: false, grid(columns: (44mm, 1fr), stroke: line-width, inset: (x: 5pt, top: 3.5pt, bottom: 2.5pt),
        grid.cell(fill: c.moss, { set par(leading: 0.42em); grid(columns: (auto, 1fr), column-gutter: 0.5em, letter(lane.letter), heading(level: 3, lane.answer)) }),
        banded(lane.steps, 3, wide - 44mm - 10pt)))
    }
  }
}
#let several(across) = if data.several != none { framed(fill: c.chalk, {
  asked(data.several.number, data.several.title)
  block(above: 0.4em, below: 0.7em, text(fill: c.muted, data.several.hint))
  lowest(data.several.cards.map(card => block(width: 100%, breakable: false, above: 0pt, below: 0.55em, inset: (left: 5pt), stroke: (left: 2pt + c.sun), {
    set par(leading: 0.36em)
    heading(level: 3, text(card.label))
    v(0.35em, weak: true)
    card.steps.map(step).join()
  })), across, wide - 12pt)
}) }
// Short lines in columns, each after a mark.
#let pointed(items, across, fill: c.deep) = {
  set par(leading: 0.42em)
  lowest(items.map(words => block(above: 0pt, below: 0.5em, grid(columns: (1em, 1fr), pdf.artifact(box(baseline: -0.2em, rect(width: 0.6em, height: 0.22em, fill: fill))), words))), across, wide - 14pt)
}
#let never = panel(data.dont.title, pointed(data.dont.items, 3, fill: c.brick))
#let responders = block(width: 100%, above: 0pt, below: 0pt, { set par(leading: 0.42em); heading(level: 2, text(size: 1.25em, data.responders.title)); block(above: 0.4em, below: 0pt, data.responders.text) })
#let foot = {
  set text(size: 9pt, fill: c.muted)
  grid(columns: (14mm, 1fr), column-gutter: 4mm, align: horizon, image(bytes(data.code), format: "svg", width: 14mm, alt: data.address), {
    link(data.address, text(fill: c.link, weight: "bold", size: 9pt, data.address))
    linebreak()
    text(fill: c.ink, size: 9pt, data.doubt)
    [ #data.foot #s.foot]
    if s.demonstration != none { [ ]; text(fill: c.ink, runs(s.demonstration.english)) }
  })
}
#let head(title, level) = block(width: 100%, height: top, fill: c.sky, above: 0pt, below: 0pt, {
  place(bottom, rect(width: 100%, height: 2mm, fill: c.ground))
  // 5 mm of every edge are left bare by many a printer.
  place(std.top + left, dx: edge, dy: 5mm, context {
    let said(size) = grid(columns: (auto, 1fr), column-gutter: 4mm, align: bottom,
      text(size: size, weight: "bold", if level == 1 { heading(level: 1, title) } else { title }),
      text(size: 9.5pt, fill: c.muted, data.lead))
    let size = first-fitting((18pt, 17pt, 16pt, 15pt, 14pt, 13pt, 12pt, 11pt, 10pt), size => measure(block(width: wide - 44mm, said(size))).height <= 9mm)
    block(width: wide - 44mm, said(size))
  })
  place(right + horizon, dx: -edge, dy: -1mm, wordmark(size: 10pt))
})
#let front(size, across) = stack-of(gates(size), if data.first.steps.len() > 0 { panel(data.first.title, lowest(data.first.steps.map(step), 3, wide - 14pt)) }, lanes(across))
#let rest(across, names: true) = stack-of(
  several(across),
  if data.always.steps.len() > 0 { panel(data.always.title, {
    banded(data.always.steps.filter(entry => entry.list.len() == 0), across, wide - 14pt)
    for entry in data.always.steps.filter(entry => entry.list.len() > 0) {
      block(above: 0.8em, below: 0.5em, step(entry))
      pointed(entry.list, 3)
    }
  }) },
  never,
  if names { responders })
#let sizes = (13pt, 12.5pt, 12pt, 11.5pt, 11pt, 10.75pt, 10.5pt, 10.25pt, 10pt, 9.75pt, 9.5pt, 9.25pt, 9pt)
#context {
  let footing = measure(block(width: wide, foot)).height
  let room = 297mm - top - 3mm - 5mm
  let whole(size) = stack-of(front(size, 4), rest(4))
  let one = sizes.find(size => height-of(wide, size, whole(size)) <= room - footing - 2mm)
  let put(body, size) = place(std.top + left, dx: edge, dy: top + 3mm, block(width: wide, { set text(size: size); body }))
  let footed = place(bottom + left, dx: edge, dy: -5mm, block(width: wide, foot))
  head(data.title, 1)
  if one != none {
    put(whole(one), one)
    footed
  } else {
    // Names are left out before letters grow small.
    let front-room = room - 5mm
    let first = fitting(sizes, (size => front(size, 3), wide, front-room))
    put(front(first, 3), first)
    place(bottom + right, dx: -edge, dy: -5mm, text(size: first, chip(data.turn)))
    pagebreak()
    head(data.second, 2)
    let rest-room = room - footing - 1mm
    let named = sizes.find(size => height-of(wide, size, rest(3)) <= rest-room)
    let second = if named != none { named } else { fitting(sizes, (size => rest(3, names: false), wide, rest-room)) }
    put(rest(3, names: named != none), second)
    footed
  }
}
`
