declare module 'subset-font' {
  type Axis = number | { min: number; max: number; default: number }
  /** The part of subset-font 2.9 that is used here; the package has no types. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; variationAxes?: Record<string, Axis>; keepFeatures?: string[] },
  ): Promise<Buffer>
}
