/**
 * The words of a campaign picture, laid out by Typst within its frame. They come as data, so none of their letters is read as markup. What
 * is said is set as large as its place allows; what does not fit at the smallest size is a fault.
 */
export const layout = String.raw`
#let data = json(bytes(sys.inputs.data))
#let f = data.frame
#let c = data.colours
#let s = f.scale * 1pt
#set page(width: f.width * 1pt, height: f.height * 1pt, margin: 0pt, fill: none)
#set text(font: ("Atkinson Hyperlegible Next", "Noto Sans"), lang: "en", fill: rgb(c.ink), hyphenate: false)
#set par(leading: 0.4em, justify: false)
#let at(x, y, body) = place(top + left, dx: x * 1pt, dy: y * 1pt, body)
// A plain nought cannot be read as an 8.
#let number(body, ..style) = box(text(font: "Noto Sans", weight: "bold", top-edge: "cap-height", bottom-edge: "baseline", ..style, body))

#let sign(body, fill: c.deep, inset: 26 * s, gap: 20 * s) = context {
  let (width: w, height: h) = measure(body)
  let (width, height) = (w + 2 * inset, h + 2 * gap)
  let tip = height * 0.36
  box(width: width + tip, height: height, {
    place(top + left, polygon(fill: rgb(fill), (0pt, 0pt), (width, 0pt), (width + tip, height / 2), (width, height), (0pt, height)))
    place(horizon + left, dx: inset, body)
  })
}

#at(f.margin - 14 * f.scale, f.board, sign(stack(dir: ttb, spacing: 17 * s,
  text(size: 42 * s, weight: "bold", fill: white, data.day),
  text(size: 29 * s, fill: white, data.date),
)))

#let (x, y, w, h) = f.words
#let said(size) = {
  set text(size: size, weight: "bold")
  if data.number != none {
    block(below: size * 0.5, sign(number(fill: rgb(c.ink), size: size * 2.1, data.number), fill: c.sun, inset: size * 0.7, gap: size * 0.55))
  }
  data.text
  if data.theme != none { block(above: size * 0.7, text(size: size * 0.6, weight: "regular", data.theme)) }
}
#let boards(size) = for (i, board) in data.boards.enumerate() {
  let danger = i == 0
  block(above: if danger { 0pt } else { size * 0.55 }, below: 0pt, stack(dir: ttb, spacing: size * 0.26,
    text(size: size * 0.62, weight: "bold", board.name),
    sign(number(size: size, fill: if danger { rgb(c.ink) } else { white }, board.number), fill: if danger { c.sun } else { c.deep }, inset: size * 0.6, gap: size * 0.42),
  ))
}
#at(x, y, context {
  let sizes = (92, 84, 76, 70, 64, 58, 53, 48, 44, 41, 38).map(size => size * s)
  let all(size) = if data.boards.len() > 0 {
    block(below: 0pt, said(size))
    block(above: size * 0.85, boards(size * 0.82))
  } else { said(size) }
  let tall(size) = measure(block(width: w * 1pt, all(size))).height
  let widest(size) = calc.max(..data.text.split(" ").map(word => measure(text(size: size, weight: "bold", word)).width))
  let size = sizes.find(size => tall(size) <= h * 1pt and widest(size) <= w * 1pt)
  if size == none { panic("its words do not fit, even at " + repr(sizes.last())) }
  // As narrow as it goes without another line: no last line of one short word.
  let width = range(0, 24).map(step => w * (1 - step * 0.02) * 1pt).filter(width => measure(block(width: width, all(size))).height == tall(size)).last()
  // Left over is shared: a third above.
  v((h * 1pt - tall(size)) * 0.3)
  block(width: width, all(size))
})

#at(f.margin + 108 * f.scale, f.foot, box(width: (f.width - 2 * f.margin - 108 * f.scale) * 1pt, height: 170 * s, align(horizon, {
  set text(fill: white)
  stack(dir: ttb, spacing: 16 * s,
    text(size: 27 * s, weight: "bold", data.site),
    context {
      let line(size) = text(size: size * s, weight: "bold", data.address)
      line(range(33, 20, step: -1).find(size => measure(line(size)).width <= (f.width - 2 * f.margin - 108 * f.scale) * 1pt))
    },
    ..if data.demonstration != none { (text(size: 25 * s, data.demonstration),) },
  )
})))
`
