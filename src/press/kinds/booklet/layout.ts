/** Pages of A5, large type, each part whole on a page; with the cover they are four, one folded sheet, where the text allows. */
export const layout = String.raw`
#set page(width: 148mm, height: 210mm, margin: (x: 16mm, top: 15mm, bottom: 20mm), fill: white, footer: context {
  let n = counter(page).get().first()
  if n > 1 { set text(size: 9pt, fill: c.muted); grid(columns: (1fr, auto), data.title, [#data.page #n]) }
})
#show heading.where(level: 1): it => text(size: 1em / 1.4, it.body)
#show heading.where(level: 2): it => block(above: 0pt, below: 0.8em, width: 100%, stroke: (bottom: 2pt + c.sun), inset: (bottom: 0.35em), text(size: 1.25em, it.body))
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
// A part is its heading and what stands under it; what comes before the first heading is one too.
#let parts = {
  let found = ((),)
  for entry in data.blocks {
    if "h" in entry and entry.h == 2 { found.push(()) }
    found.last().push(entry)
  }
  found.filter(part => part.len() > 0)
}
#let apart = 8mm
#let foot = block(breakable: false, width: 100%, above: apart, below: 0pt, {
  set text(size: 9pt, fill: c.muted)
  grid(columns: (22mm, 1fr), column-gutter: 5mm, align: horizon, image(bytes(data.code), format: "svg", width: 22mm, alt: data.address), {
    link(data.address, text(fill: c.link, weight: "bold", data.address))
    linebreak()
    [#data.source #s.foot]
  })
})
#context {
  let (wide, tall) = (148mm - 32mm, 210mm - 35mm)
  let pages(size) = {
    let (count, used) = (1, 0pt)
    for height in (..parts.map(part => height-of(wide, size, blocks(part))), measure(block(width: wide, foot)).height) {
      if used > 0pt and used + apart + height > tall { (count, used) = (count + 1, height) } else { used += height + if used > 0pt { apart } }
    }
    count
  }
  let size = (13.5pt, 13.25pt, 13pt, 12.75pt, 12.5pt, 12.25pt, 12pt, 11.75pt, 11.5pt).find(size => pages(size) <= 3)
  set text(size: if size != none { size } else { 12.5pt })
  for part in parts { block(breakable: false, width: 100%, above: apart, below: 0pt, blocks(part)) }
}
#v(1fr)
#foot
`
