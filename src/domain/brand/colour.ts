/** Colour arithmetic on `#rrggbb`. sRGB: IEC 61966-2-1. Contrast: WCAG 2.2, "relative luminance" and "contrast ratio". OKLab: B. Ottosson, 2020. */
type Triple = [number, number, number]

export const channels = (hex: string): Triple => [
  Number.parseInt(hex.slice(1, 3), 16) / 255,
  Number.parseInt(hex.slice(3, 5), 16) / 255,
  Number.parseInt(hex.slice(5, 7), 16) / 255,
]

export const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const toGamma = (c: number): number => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)

export const toHex = (rgb: readonly number[]): string =>
  `#${rgb
    .map((c) =>
      Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, c)))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Relative luminance, 0 (black) to 1 (white). */
export const luminance = (hex: string): number => {
  const [r, g, b] = channels(hex).map(toLinear) as Triple
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio, 1 to 21. The order of the two does not matter. */
export const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const toLab = (hex: string): Triple => {
  const [r, g, b] = channels(hex).map(toLinear) as Triple
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const fromLab = ([L, a, b]: Triple): string => {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  return toHex([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ])
}

/** `part` of the colour on white, or on another ground: 0 is the ground, 1 the colour. */
export const tint = (hex: string, part: number, ground = '#ffffff'): string => {
  const [colour, under] = [toLab(hex), toLab(ground)]
  return fromLab(colour.map((x, i) => x * part + (under[i] ?? 0) * (1 - part)) as Triple)
}

/** Darker by `by` of OKLab lightness (lighter where negative), a little greyer. */
export const shade = (hex: string, by: number): string => {
  const [L, a, b] = toLab(hex)
  return fromLab([L - by, a * 0.9, b * 0.9])
}

/** The same hue at another OKLab lightness, 0 to 1. */
export const atLightness = (hex: string, lightness: number): string => {
  const [, a, b] = toLab(hex)
  return fromLab([lightness, a, b])
}

/** OKLab lightness, 0 to 1. */
export const lightness = (hex: string): number => toLab(hex)[0]
