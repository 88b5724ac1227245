declare module 'fontverter' {
  /** Turns a font file into another format; `sfnt` is what a shaper reads. */
  const fontverter: { convert(font: Buffer, to: 'sfnt'): Promise<Buffer> }
  export default fontverter
}
