/**
 * The look of everything on paper, as Typst: colours by role, faces, boards, panels. Sizes are chosen by measuring, and a text that fits at
 * none of them is a fault, never a text that is cut off.
 */
export const look = String.raw`
#let data = json(bytes(sys.inputs.data))
#let s = data.setting
#let c = s.colours.pairs().map(((role, value)) => (role, rgb(value))).to-dict()
#let rtl = s.direction == "rtl"
#let start = if rtl { right } else { left }
#let end = if rtl { left } else { right }
#let faces = (
  atkinson: ("Atkinson Hyperlegible Next", "Noto Sans"),
  noto: ("Noto Sans",),
  arabic: ("Noto Sans Arabic", "Noto Sans"),
  ethiopic: ("Noto Sans Ethiopic", "Noto Sans"),
)
// Between lines, in parts of the size: scripts with marks above and below need more.
#let leading = (atkinson: 0.55em, noto: 0.5em, arabic: 0.72em, ethiopic: 0.68em).at(s.face)
#set document(title: data.documentTitle, date: datetime(..("year", "month", "day").zip(data.date.split("-").map(int)).to-dict()))
// Without fallback: a letter that none of these has is a fault, not a letter of whatever font this machine has.
#set text(font: faces.at(s.face), fallback: false, lang: s.tag.slice(0, 2), region: none, dir: if rtl { direction.rtl } else { direction.ltr }, fill: c.ink, hyphenate: false)
#set par(leading: leading, spacing: leading + 0.3em, justify: false)
// A number keeps its order and its place in any script; a plain nought cannot be read as an 8.
#let number(body, ..style) = box(text(font: "Noto Sans", dir: direction.ltr, ..style, body))
#show regex("\d[\d \u{a0}]+\d"): it => number(it.text)
#show "e-mail": box
#let runs(list) = for run in list {
  if type(run) == str { run } else if "b" in run { strong(run.b) } else if "a" in run { link(run.a, text(fill: c.link, run.t)) } else { number(weight: "bold", run.n) }
}
#let list-of(items) = list(tight: false, spacing: 0.75em, marker: text(fill: c.deep, weight: "bold", sym.bullet), ..items)
// Blocks of Markdown; a heading of level 2 there stands at the given level here.
#let blocks(list, top: 2) = for entry in list {
  if "p" in entry { par(runs(entry.p)) }
  else if "h" in entry { heading(level: entry.h - 2 + top, runs(entry.runs)) }
  else {
    let items = entry.list.map(inner => if inner.len() == 1 and "p" in inner.first() { runs(inner.first().p) } else { blocks(inner, top: top) })
    if entry.ordered { enum(..items) } else { list-of(items) }
  }
}
#let english(body, size: 0.82em) = block(width: 100%, {
  set text(font: faces.atkinson, lang: "en", dir: direction.ltr, size: size, fill: c.muted)
  set par(leading: 0.5em, spacing: 0.7em)
  set align(left)
  body
})
// Words of the sheet's language, or English in their place.
#let put(said) = if said.placed and s.tag != "en" {
  text(font: faces.atkinson, lang: "en", dir: direction.ltr, runs(said.own))
} else { runs(said.own) }
// The same as a paragraph: English in its place is set from the left, as English beside other words is.
#let put-par(said) = if said.placed and s.tag != "en" { block(width: 100%, align(left, par(put(said)))) } else { par(put(said)) }
#let beside(value, ..style) = if value != none { english(value, ..style) }
// A drawing of the pack says nothing that the text does not.
#let drawing(svg, ..size) = pdf.artifact(image(bytes(svg), format: "svg", ..size))
#let dial(shown) = "tel:" + shown.replace(" ", "")

// The board of a footpath sign. sun: danger now. hollow: nobody can vouch for it.
#let board(shown, size: 20pt, kind: "deep") = context {
  let (fill, ink, stroke) = (
    deep: (c.deep, c.white, none),
    sun: (c.sun, c.ink, 1.2pt + c.ink),
    // On a dark ground.
    white: (c.white, c.ink, none),
    white-hollow: (c.white, c.ink, (paint: c.edge, thickness: 1.6pt, dash: (4pt, 3pt))),
    hollow: (none, c.ink, (paint: c.edge, thickness: 1.2pt, dash: (4pt, 3pt))),
  ).at(kind)
  let body = link(dial(shown), number(size: size, weight: "bold", fill: ink, top-edge: "cap-height", bottom-edge: "baseline", shown))
  let (width: w, height: h) = measure(body)
  let height = h + size * 0.9
  let width = w + size * 1.1
  let tip = height * 0.36
  let shape = polygon(fill: fill, stroke: stroke, (0pt, 0pt), (width, 0pt), (width + tip, height / 2), (width, height), (0pt, height))
  box(width: width + tip, height: height, {
    place(top + left, if rtl { scale(x: -100%, shape) } else { shape })
    place(horizon + start, dx: if rtl { -size * 0.5 } else { size * 0.5 }, body)
  })
}

#let demonstration(size: 8.5pt) = if s.demonstration != none {
  block(width: 100%, fill: c.sun-pale, inset: (x: 7pt, y: 5pt), radius: 3pt, {
    set text(size: size)
    if s.demonstration.own != none { par(runs(s.demonstration.own)) }
    if s.demonstration.own == none or s.draft != none {
      english(size: 1em, { set text(fill: c.ink); par(runs(s.demonstration.english)) })
    }
  })
}
// Dashed: not checked, everywhere and only there.
#let draft(size: 10pt) = if s.draft != none {
  block(width: 100%, fill: c.sun-pale, stroke: (paint: c.edge, thickness: 1.4pt, dash: (5pt, 3.5pt)), radius: 4pt, inset: 8pt, {
    set text(size: size, weight: "bold")
    if s.draft.own != none { par(runs(s.draft.own)) }
    english(size: 1em, { set text(fill: c.ink); par(runs(s.draft.english)) })
  })
}
#let mark(size) = pdf.artifact(box(width: size, height: size, {
  place(circle(radius: size / 2, fill: c.deep))
  place(dx: size * 0.45, dy: size * 0.17, rect(width: size * 0.1, height: size * 0.72, fill: c.white))
  place(dx: size * 0.27, dy: size * 0.28, polygon(fill: c.sun, (0pt, 0pt), (size * 0.36, 0pt), (size * 0.54, size * 0.14), (size * 0.36, size * 0.28), (0pt, size * 0.28)))
}))
#let wordmark(size: 11pt) = box(grid(columns: 2, column-gutter: size * 0.6, align: horizon, mark(size * 2.4), {
  set par(leading: 0.35em)
  text(font: faces.atkinson, lang: "en", dir: direction.ltr, size: size, weight: "bold", s.site)
  linebreak()
  text(font: faces.atkinson, lang: "en", dir: direction.ltr, size: size * 0.86, fill: c.muted, s.area)
}))
// The first of the sizes, largest first, that fits: what fits at one fits at every smaller one.
#let first-fitting(sizes, fits) = {
  let (low, high) = (0, sizes.len())
  while low < high {
    let middle = calc.quo(low + high, 2)
    if fits(sizes.at(middle)) { high = middle } else { low = middle + 1 }
  }
  if low == sizes.len() { panic("its text does not fit, even at " + repr(sizes.last())) }
  sizes.at(low)
}
#let height-of(width, size, body) = measure(block(width: width, { set text(size: size); body })).height
// Each body is (function of the size, width, height of its place).
#let fitting(sizes, ..bodies) = first-fitting(sizes, size => bodies.pos().all(((make, width, height)) => height-of(width, size, make(size)) <= height))
// A place of one size: what does not fit is a fault, named by its text.
#let held(width, height, said, body) = context {
  if measure(block(width: width, body)).height > height { panic("it does not fit its place: " + said) }
  block(width: width, body)
}
// Bodies in columns of like height, read one column after the other; called where the size of the text is set.
#let dealt(bodies, count, width, gap: 5mm) = {
  let each = (width - gap * (count - 1)) / count
  let heights = bodies.map(body => measure(block(width: each, body)).height + 0.8em.to-absolute())
  let deal(goal) = {
    let (columns, used) = (((),), 0pt)
    for (body, height) in bodies.zip(heights) {
      if columns.last().len() > 0 and used + height > goal { columns.push(()); used = 0pt }
      columns.last().push(body)
      used += height
    }
    columns
  }
  // The lowest height at which no column more is needed.
  let goal = heights.sum(default: 0pt) / count
  while deal(goal).len() > count { goal += 2pt }
  grid(columns: (each,) * count, column-gutter: gap, ..deal(goal).map(column => column.join()))
}
`
