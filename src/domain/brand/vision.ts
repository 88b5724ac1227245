import { channels, toLinear } from './colour.ts'

/** Colours as people see them who see them otherwise, and how far apart two colours then are. */
export const visions = ['protan', 'deutan', 'tritan'] as const
export type Vision = (typeof visions)[number]

type Triple = readonly [number, number, number]

/** On linear RGB, severity 1.0: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009, table 1. */
const machado: Record<Vision, readonly [Triple, Triple, Triple]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const dot = (row: Triple, [r, g, b]: Triple): number => row[0] * r + row[1] * g + row[2] * b
const linear = (hex: string): Triple => channels(hex).map(toLinear) as unknown as Triple
const clip = (x: number): number => Math.min(1, Math.max(0, x))

/** CIE L*a*b* of linear RGB, white D65. */
const toCieLab = (rgb: Triple): Triple => {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047)
  const y = f(dot([0.2126729, 0.7151522, 0.072175], rgb))
  const z = f(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIE76 distance: 0 the same, 2.3 just told apart, 100 black to white. With `vision`, as that person sees the two. */
export const distance = (a: string, b: string, vision?: Vision): number => {
  const see = (hex: string): Triple => {
    const rgb = linear(hex)
    if (!vision) return toCieLab(rgb)
    const [r, g, bl] = machado[vision]
    return toCieLab([clip(dot(r, rgb)), clip(dot(g, rgb)), clip(dot(bl, rgb))])
  }
  const [x, y] = [see(a), see(b)]
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}
