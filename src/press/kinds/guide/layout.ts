import { courseLayout } from '../../shared/course/layout.ts'

/** Cover, contents, run sheet; each part slide by slide; then sheets to print: attendance, evaluation. */
export const layout =
  courseLayout +
  String.raw`
#cover
#block(below: 1em, text(size: 1.6em, weight: "bold", data.words.contents))
#outline(title: none, depth: 2, target: heading.where(level: 2))
#v(2em)
#heading(level: 2, data.words.run)
#outdent(table(columns: (auto, auto, 1.1fr, auto, 1.6fr),
  table.header(..(data.words.begins, data.words.ends, data.words.part, data.words.slides, data.words.late).map(strong)),
  ..data.run.map(row => (row.begins, row.ends, row.title, row.slides, if row.late == none { "–" } else { row.late })).flatten()))
#pagebreak()
#heading(level: 2, data.words.prepare)
#list-of(data.prepare)
#v(2em)
#heading(level: 2, data.words.asked)
#list-of(data.asked)
#pagebreak()
#let labelled(word, body) = block(width: 100%, above: 0.95em, below: 0pt, { margin-note(held(side - 2mm, 14mm, word, text(weight: "bold", fill: c.deep, word))); body })
#for part in data.parts {
  part-head(part)
  for slide in part.slides {
    block(width: 100%, breakable: false, above: 2.1em, below: 0pt, {
      heading(level: 3, slide.title)
      block(above: 0pt, below: 0.9em, text(size: 0.9em, fill: c.muted, slide.at))
      if slide.do != none { labelled(data.words.do, slide.do) }
      labelled(data.words.say, block(width: 100%, stroke: (left: 2.5pt + c.sun), inset: (left: 8pt), runs(slide.say)))
      for question in slide.asked {
        labelled(data.words.ask, strong(question.ask))
        labelled(data.words.expect, list-of(question.expect))
      }
      if slide.care.len() > 0 { labelled(data.words.care, list-of(slide.care)) }
      if slide.item != none {
        labelled(data.words.ask, strong(slide.item.question))
        v(0.3em)
        outdent-left(for choice in slide.item.choices { choice-line(choice) })
      }
    })
  }
}
// Sheets to print stand on pages of their own, as wide as there is room to write.
#pagebreak()
#outdent({
  heading(level: 2, data.attendance.title)
  par(data.attendance.note)
  for row in (data.attendance.event, data.attendance.counted) {
    grid(columns: (1fr, 1fr, 1fr), column-gutter: 6mm, ..row.map(word => block(width: 100%, above: 1.6em, inset: (bottom: 8mm), stroke: (bottom: 0.8pt + c.edge), word)))
  }
  v(1em)
  table(columns: (1.3fr, 1.4fr, 1fr, 1.2fr), rows: 8.6mm, stroke: 0.7pt + c.edge, table.header(..data.attendance.columns.map(strong)), ..range(4 * 20).map(n => []))
})
#pagebreak()
#outdent({
  heading(level: 2, data.evaluation.title)
  par(data.evaluation.note)
  for (word, n) in ((data.evaluation.before, 1), (data.evaluation.after, 2)) {
    block(above: 1.8em, below: 0.8em, strong(word))
    par(data.evaluation.question)
    grid(columns: (1fr,) * data.evaluation.scale.len(), align: center, row-gutter: 2mm,
      ..data.evaluation.scale.map(step => box(circle(radius: 3.5mm, stroke: 1pt + c.ink))), ..data.evaluation.scale)
  }
  for word in data.evaluation.open {
    block(above: 2.2em, below: 0pt, strong(word))
    for n in range(3) { block(above: 9mm, below: 0pt, std.line(length: 100%, stroke: 0.7pt + c.edge)) }
  }
})
`
