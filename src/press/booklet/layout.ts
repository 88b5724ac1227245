/** Pages of A5, large type, a part never parted from its heading; the cover and the back stand alone. */
export const layout = String.raw`
#set page(width: 148mm, height: 210mm, margin: (x: 16mm, top: 15mm, bottom: 20mm), fill: white, footer: context {
  let n = counter(page).get().first()
  if n > 1 { set text(size: 9pt, fill: c.muted); grid(columns: (1fr, auto), data.title, [#data.page #n]) }
})
#set text(size: 12.5pt)
#show heading.where(level: 1): it => text(size: 1em / 1.4, it.body)
#show heading.where(level: 2): it => block(sticky: true, above: 1.7em, below: 0.8em, width: 100%, stroke: (bottom: 2pt + c.sun), inset: (bottom: 0.35em), text(size: 1.25em, it.body))
#page(margin: 0mm, footer: none, {
  block(width: 100%, height: 100%, fill: c.sky, {
    place(bottom, rect(width: 100%, height: 34mm, fill: c.ground))
    place(bottom + center, dy: -6mm, drawing(data.drawing, height: 76mm))
    place(top + left, dx: 16mm, dy: 14mm, wordmark(size: 11pt))
    place(top + left, dx: 16mm, dy: 42mm, held(116mm, 210mm - 42mm - 76mm - 6mm, data.lead, {
      set par(leading: 0.4em)
      text(size: 34pt, weight: "bold", heading(level: 1, data.title))
      v(2mm)
      set par(leading: 0.6em)
      text(size: 15pt, data.lead)
    }))
    if s.demonstration != none {
      place(bottom + left, dx: 16mm, dy: -5mm, block(width: 116mm, text(size: 9pt, runs(s.demonstration.english))))
    }
  })
})
#blocks(data.blocks)
#v(1fr)
#block(breakable: false, width: 100%, above: 2em, {
  set text(size: 9pt, fill: c.muted)
  grid(columns: (22mm, 1fr), column-gutter: 5mm, align: horizon, image(bytes(data.code), format: "svg", width: 22mm, alt: data.address), {
    link(data.address, text(fill: c.link, weight: "bold", data.address))
    linebreak()
    [#data.source #s.foot]
  })
})
`
