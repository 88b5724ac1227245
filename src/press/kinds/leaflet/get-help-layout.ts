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
#let in-english(part) = if part.english != none {
  english({ if part.english.title != none { strong({ runs(part.english.title); [. ] }) }; runs(part.english.runs) })
}
#let told(part, fill: c.chalk, ink: c.ink) = block(width: 100%, fill: fill, radius: 4pt, inset: 9pt, {
  if part.title != none { heading(level: 2, put(part.title)) }
  for paragraph in part.paragraphs { put-par(paragraph) }
  in-english(part)
})

// ---- outside
#let danger(size) = block(width: 100%, fill: c.deeper, radius: 5pt, inset: 12pt, {
  set text(fill: c.white)
  heading(level: 2, put(data.danger.title))
  block(above: 0.5em, below: 0.8em, board(data.danger.number, size: size * 3.1, kind: "sun"))
  for paragraph in data.danger.paragraphs { put-par(paragraph) }
  if data.danger.english != none {
    v(0.2em)
    english({ set text(fill: c.white); if data.danger.english.title != none { strong({ runs(data.danger.english.title); [ ] }) }; runs(data.danger.english.runs) })
  }
})
#let front(size) = {
  demonstration(size: calc.min(size * 0.84, 9pt))
  draft(size: calc.min(size, 11pt))
  block(above: 1.5em, below: 0.9em, {
    set text(size: calc.min(size * 2.3, 32pt))
    heading(level: 1, put(data.heading))
    if data.heading.english != none { english(size: 0.5em, runs(data.heading.english)) }
  })
  danger(size)
}
#let back(size) = {
  told(data.interpreter, fill: c.sky)
  told(data.cannotRing)
  for said in data.draftMeans {
    block(width: 100%, inset: (x: 9pt), { put-par(said); if said.english != none { english(runs(said.english)) } })
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

// ---- inside: by need, in two columns
#let gap(size) = size * 0.5
#let line(entry, size) = block(width: 100%, breakable: false, above: 0pt, below: gap(size), stroke: (top: 0.6pt + c.line), inset: (top: size * 0.55), {
  let named = { heading(level: 3, put(entry.name)); if entry.hours != none { put-par(entry.hours) } }
  if entry.number == none { named } else {
    grid(columns: (1fr, auto), column-gutter: 6pt, align: (start + top, end + top), named, board(entry.number, size: size * 1.6))
  }
  if entry.about != none or entry.facts.len() > 0 {
    block(above: size * 0.8, below: size * 0.65, {
      if entry.about != none { put-par(entry.about) }
      if entry.facts.len() > 0 { par(entry.facts.map(put).join([ ])) }
    })
  }
  if entry.english != none { english(runs(entry.english)) }
})
#let before(need, first, size) = {
  if not first { v(size * 0.9) }
  if first {
    // A mark over the first letter may be wider than the letter.
    block(width: 100%, below: size, inset: (x: 0.5pt), {
      heading(level: 2, put(data.calm.title))
      for paragraph in data.calm.paragraphs { put-par(paragraph) }
      in-english(data.calm)
    })
  }
  heading(level: 2, put(need.title))
  if need.title.english != none { english(runs(need.title.english)) }
  v(size * 0.7, weak: true)
}
#context {
  // A need's title stays with its first line.
  let parts(size) = data.needs.enumerate().map(((n, need)) => need.lines.enumerate().map(((k, entry)) => {
    if k == 0 { before(need, n == 0, size) }
    line(entry, size)
  })).flatten()
  let heights(size) = parts(size).map(part => height-of(panel, size, part) + gap(size))
  // Where the two columns part, so that the taller is as short as can be.
  let parted(size) = {
    let each = heights(size)
    range(1, each.len() + 1).map(k => (k, calc.max(each.slice(0, k).sum(), each.slice(k).sum(default: 0pt)))).sorted(key: ((k, tallest)) => tallest).first()
  }
  let size = first-fitting((14pt, 13.5pt, 13pt, 12.5pt, 12pt, 11.5pt, 11pt, 10.5pt, 10pt, 9.5pt, 9pt, 8.5pt), size => parted(size).last() <= tall)
  let (k, used) = parted(size)
  let n = heights(size).len()
  // What is left over goes between the lines.
  let more = calc.min((tall - used) / calc.max(k, n - k, 1), size)
  set text(size: size)
  let at(first, body) = place(top + left, dx: if first != rtl { 0mm } else { 148.5mm }, block(width: panel, height: tall, align(start, body)))
  let column(parts) = for part in parts { part; v(more, weak: false) }
  at(true, column(parts(size).slice(0, k)))
  at(false, column(parts(size).slice(k)))
}
`
