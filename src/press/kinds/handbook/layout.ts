import { courseLayout } from '../../shared/course/layout.ts'

/** Cover, contents, a part after the other with its questions and answers, history, sources, index. */
export const layout =
  courseLayout +
  String.raw`
#cover
#show outline.entry.where(level: 2): set block(above: 0.9em)
#show outline.entry.where(level: 2): set text(weight: "bold")
#let listed = heading.where(level: 2).or(heading.where(level: 3, outlined: true))
#let contents-title = block(below: 1em, text(size: 1.6em, weight: "bold", data.words.contents))
#let contents = outline(title: none, depth: 3, target: listed)
// More than a page holds stands in two columns.
#context if query(listed).len() > 46 { set text(size: 0.92em); outdent({ contents-title; columns(2, gutter: 8mm, contents) }) } else { contents-title; contents }
#pagebreak()
#for part in data.parts {
  part-head(part)
  for slide in part.slides {
    section(slide.at, slide.title, {
      for term in slide.index [#metadata(term)<indexed>]
      block(above: 0pt, below: 1.1em, shown(slide.shown))
      blocks(slide.blocks, top: 4)
    })
  }
  {
    set heading(outlined: false)
    for (n, item) in part.check.enumerate(start: 1) { check-item(item, n) }
  }
}
// The end of the book: nothing here is long enough for a page of its own.
#let closing(title, body) = block(breakable: false, width: 100%, above: 3.2em, below: 0pt, { heading(level: 2, title); body })
#if data.history.len() > 0 {
  closing(data.words.history, for entry in data.history {
    par[#strong(entry.when + ".") #entry.what #text(size: 0.9em, fill: c.muted, entry.source)]
  })
}
#v(3.2em, weak: true)
#heading(level: 2, data.words.sources)
#list-of(data.sources)
#closing(data.words.index, context {
  let found = (:)
  for entry in query(<indexed>) {
    let pages = found.at(entry.value, default: ())
    let n = counter(page).at(entry.location()).first()
    if pages.all(((other, _)) => other != n) { pages.push((n, entry.location())) }
    found.insert(entry.value, pages)
  }
  let terms = found.keys().sorted(key: lower)
  grid(columns: (1fr, 1fr), column-gutter: 10mm, ..terms.chunks(calc.max(1, calc.ceil(terms.len() / 2))).map(half => for term in half {
    par(hanging-indent: 1em)[#term #h(1fr) #found.at(term).map(((n, place)) => link(place, str(n))).join(", ")]
  }))
})
`
