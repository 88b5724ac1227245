/** One sheet of A4 that folds to A5: outside the front and the back, inside the lines. Right to left it opens the other way. */
export const getHelpLayout = String.raw`
#let margin = 11mm
#let panel = 148.5mm - 2 * margin
#let tall = 210mm - 2 * margin
#set page(width: 297mm, height: 210mm, margin: margin, fill: white)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): it => block(below: 0.5em, text(size: 1em, it.body))
#show heading.where(level: 2): it => block(above: 0pt, below: 0.7em, text(size: 1.22em, it.body))
#show heading.where(level: 3): it => block(above: 0pt, below: 0.45em, text(size: 1.06em, it.body))
#let told(part, fill: c.chalk, ink: c.ink) = block(width: 100%, fill: fill, radius: 4pt, inset: 9pt, {
  if part.title != "" { heading(level: 2, part.title) }
  for paragraph in part.paragraphs { par(runs(paragraph)) }
  if part.english != none { english({ if part.english.title != "" { strong(part.english.title + ". ") }; runs(part.english.runs) }) }
})

// ---- outside
#let danger(size) = block(width: 100%, fill: c.deeper, radius: 5pt, inset: 12pt, {
  set text(fill: c.white)
  heading(level: 2, data.danger.title)
  block(above: 0.5em, below: 0.8em, board(data.danger.board.number, size: size * 3.1, kind: "sun"))
  for paragraph in data.danger.paragraphs { par(runs(paragraph)) }
  if data.danger.english != none {
    v(0.2em)
    english({ set text(fill: c.white); strong(data.danger.english.title + " "); runs(data.danger.english.runs) })
  }
})
#let front(size) = {
  demonstration(size: calc.min(size * 0.84, 9pt))
  draft(size: calc.min(size, 11pt))
  block(above: 1.5em, below: 0.9em, {
    set text(size: calc.min(size * 2.3, 32pt))
    heading(level: 1, data.title)
    beside(data.titleInEnglish, size: 0.5em)
  })
  danger(size)
}
#let back(size) = {
  told(data.interpreter, fill: c.sky)
  told(data.cannotRing)
  block(width: 100%, inset: (x: 9pt), { data.bill.own; beside(data.bill.english) })
  if data.draftMeans != none {
    block(width: 100%, inset: (x: 9pt), { data.draftMeans.own; english(data.draftMeans.english) })
  }
}
#let foot = {
  set text(size: 8.5pt, fill: c.muted)
  grid(columns: (24mm, 1fr), column-gutter: 5mm, align: horizon,
    box(fill: white, image(bytes(data.code), format: "svg", width: 24mm, alt: data.address)),
    english(size: 8.5pt, {
      wordmark(size: 10pt)
      block(link(data.address, text(fill: c.link, weight: "bold", size: 9pt, data.address)))
      block(s.foot)
    }),
  )
}
#context {
  let size = fitting((14pt, 13.5pt, 13pt, 12.5pt, 12pt, 11.5pt, 11pt, 10.5pt, 10pt, 9.5pt, 9pt), (front, panel, tall), (back, panel, tall - 34mm))
  set text(size: size)
  let across = 148.5mm
  let used = height-of(panel, size, front(size))
  let at(side, body) = place(top + left, dx: if side == left { 0mm } else { across }, block(width: panel, height: tall, align(start, body)))
  at(if rtl { left } else { right }, {
    front(size)
    if tall - used > 36mm {
      let high = calc.min(tall - used - 8mm, 62mm)
      place(bottom, block(width: 100%, height: high, fill: c.sky, radius: 5pt, clip: true, {
        place(bottom, rect(width: 100%, height: high / 7, fill: c.ground))
        place(bottom + center, drawing(data.drawing, height: high - 5mm))
      }))
    }
  })
  at(if rtl { right } else { left }, { back(size); place(bottom + start, foot) })
}
#pagebreak()

// ---- inside
#let gap(size) = size * 0.5
#let line(entry, size) = block(width: 100%, breakable: false, above: 0pt, below: gap(size), stroke: (top: 0.6pt + c.line), inset: (top: size * 0.55), {
  let named = { heading(level: 3, entry.name); par(entry.hours) }
  if entry.number == none { named } else {
    grid(columns: (1fr, auto), column-gutter: 6pt, align: (start + top, end + top), named,
      board(entry.number, size: size * 1.6, kind: if entry.doubtful { "hollow" } else { "deep" }))
  }
  block(above: size * 0.8, below: size * 0.65, {
    par(entry.about)
    if entry.facts.len() > 0 { par(entry.facts.map(((term, value)) => box[#text(fill: c.muted, term + ":") #value]).join([ #h(0.8em)])) }
  })
  beside(entry.english)
})
#let before(size) = {
  heading(level: 2, data.linesTitle.own)
  beside(data.linesTitle.english)
  v(size * 0.7, weak: true)
}
#context {
  let n = data.lines.len()
  // Where the lines part, so that the taller of the two columns is as short as can be.
  let parted(size) = {
    let heights = data.lines.map(entry => height-of(panel, size, line(entry, size)) + gap(size))
    let first = height-of(panel, size, before(size)) + size
    range(1, n + 1).map(k => (k, calc.max(first + heights.slice(0, k).sum(default: 0pt), heights.slice(k).sum(default: 0pt))))
      .sorted(key: ((k, tallest)) => tallest).first()
  }
  let size = first-fitting((14pt, 13.5pt, 13pt, 12.5pt, 12pt, 11.5pt, 11pt, 10.5pt, 10pt, 9.5pt, 9pt, 8.5pt), size => parted(size).last() <= tall)
  let (k, used) = parted(size)
  // What is left over goes between the lines.
  let more = calc.min((tall - used) / calc.max(k, n - k, 1), size)
  let lines(entries) = for entry in entries { line(entry, size); v(more, weak: false) }
  set text(size: size)
  let at(first, body) = place(top + left, dx: if first != rtl { 0mm } else { 148.5mm }, block(width: panel, height: tall, align(start, body)))
  at(true, { before(size); lines(data.lines.slice(0, k)) })
  at(false, lines(data.lines.slice(k)))
}
`
