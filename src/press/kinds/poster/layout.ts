/** Two thirds daylight, one third boards, and strips to tear off. All lengths follow the width of the sheet. */
export const layout = String.raw`
#let u = data.width * 1mm / 210
#set page(width: 210 * u, height: 297 * u, margin: 0mm, fill: white)
#let edge = 15 * u
#let wide = 180 * u
#let strips = 10
#let torn = 40 * u
#show heading.where(level: 1): it => it.body
#block(width: 100%, height: 144 * u, fill: c.sky, above: 0pt, below: 0pt, {
  place(bottom, rect(width: 100%, height: 22 * u, fill: c.ground))
  place(bottom + right, dx: -edge, dy: -2 * u, drawing(data.drawing, height: 76 * u))
  place(top + left, dx: edge, dy: 11 * u, wordmark(size: 5 * u))
  context {
    let title(size) = text(size: size, weight: "bold", par(leading: 0.32em, data.title))
    let size = first-fitting((22 * u, 20 * u, 18 * u, 16 * u, 14 * u), size => height-of(wide, size, title(size)) <= 46 * u)
    place(top + left, dx: edge, dy: 30 * u, block(width: wide, heading(level: 1, title(size))))
  }
  context {
    let words(size) = text(size: size, par(leading: 0.5em, data.text))
    let size = first-fitting((7.8 * u, 7.4 * u, 7 * u, 6.4 * u), size => size == 6.4 * u or height-of(74 * u, size, words(size)) <= 30 * u)
    place(bottom + left, dx: edge, dy: -26 * u, held(74 * u, 38 * u, data.text, words(size)))
  }
})
#block(width: 100%, height: 297 * u - 144 * u - torn, fill: c.deeper, above: 0pt, below: 0pt, {
  set text(fill: c.white)
  place(top + left, dx: edge, dy: 8 * u, held(128 * u, 297 * u - 144 * u - torn - 8 * u - 12 * u, data.lines.map(entry => entry.name).sorted(key: name => -name.len()).first(default: data.danger.text), {
    text(size: 5 * u, data.danger.text)
    v(-1 * u)
    board(data.danger.number, size: 17 * u, kind: "sun")
    v(1 * u)
    grid(columns: (auto, 1fr), column-gutter: 5 * u, row-gutter: 3 * u, align: horizon,
      ..data.lines.map(entry => (
        board(entry.number, size: 9.4 * u, kind: if entry.doubtful { "white-hollow" } else { "white" }),
        { set par(leading: 0.35em); text(size: 5.6 * u, entry.name) },
      )).flatten())
  }))
  place(top + right, dx: -edge, dy: 10 * u, block(width: 40 * u, {
    set align(left)
    // Four modules of white around, as ISO/IEC 18004 asks.
    box(fill: white, inset: 4 * u, image(bytes(data.code), format: "svg", width: 32 * u, alt: data.address))
    set par(leading: 0.4em)
    block(above: 2.5 * u, text(size: 4 * u, link(data.address, text(fill: c.white, weight: "bold", data.address.replace(regex("^https?://"), "").replace(regex("[./]"), it => it.text + sym.zws)))))
  }))
  place(bottom + left, dx: edge, dy: -3.5 * u, held(wide, 9 * u, s.foot, {
    set text(size: 3.4 * u)
    set par(leading: 0.4em)
    s.foot
    if s.demonstration != none { [ ]; runs(s.demonstration.english) }
  }))
})
#place(bottom + left, box(width: 100%, height: torn, {
  for n in range(strips) {
    let strip = place(top + left, dx: 210 * u / strips * n, box(width: 210 * u / strips, height: torn, stroke: (left: if n > 0 { 0.5pt + c.edge }, top: 0.5pt + c.edge), align(center + horizon, rotate(-90deg, reflow: true, number(weight: "bold", size: 4.8 * u, data.strip)))))
    if n == 0 { strip } else { pdf.artifact(strip) }
  }
}))
`
