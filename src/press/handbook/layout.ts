import { courseLayout } from '../course/layout.ts'

/** Cover, contents, a part after the other with its questions and answers, history, sources, index. */
export const layout =
  courseLayout +
  String.raw`
#cover
#block(below: 1em, text(size: 1.75em, weight: "bold", data.words.contents))
#show outline.entry.where(level: 2): set block(above: 0.9em)
#show outline.entry.where(level: 2): set text(weight: "bold")
#outline(title: none, depth: 3, target: heading.where(level: 2).or(heading.where(level: 3, outlined: true)))
#pagebreak()
#for part in data.parts {
  part-head(part)
  for slide in part.slides {
    heading(level: 3, slide.title)
    for term in slide.index [#metadata(term)<indexed>]
    block(sticky: true, text(size: 0.85em, fill: c.muted, slide.at))
    shown(slide.shown)
    blocks(slide.blocks, top: 4)
  }
  {
    set heading(outlined: false)
    for (n, item) in part.check.enumerate(start: 1) { check-item(item, n) }
  }
}
#if data.history.len() > 0 {
  pagebreak(weak: true)
  heading(level: 2, data.words.history)
  for entry in data.history { par[#strong(entry.when + ".") #entry.what #text(size: 0.9em, fill: c.muted, entry.source)] }
}
#v(3em)
#heading(level: 2, data.words.sources)
#list-of(data.sources)
#pagebreak(weak: true)
#heading(level: 2, data.words.index)
#context {
  let found = (:)
  for entry in query(<indexed>) {
    let pages = found.at(entry.value, default: ())
    let n = counter(page).at(entry.location()).first()
    if pages.all(((other, _)) => other != n) { pages.push((n, entry.location())) }
    found.insert(entry.value, pages)
  }
  columns(2, gutter: 8mm, for term in found.keys().sorted(key: lower) {
    par(hanging-indent: 1em)[#term #h(1fr) #found.at(term).map(((n, place)) => link(place, str(n))).join(", ")]
  })
}
`
