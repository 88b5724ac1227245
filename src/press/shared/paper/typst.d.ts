/**
 * A layout is a file of Typst, imported as text: `import layout from './layout.typ' with { type: 'text' }` (TC39, Import Text). esbuild
 * puts the text into the bundle, so that the worker needs no file beside it and its hash covers every layout (tools/press.ts); for vitest
 * one transform in vitest.config.ts does the same. Plain Node knows it behind `--experimental-import-text`; nothing that it runs draws.
 */
declare module '*.typ' {
  const text: string
  export default text
}
