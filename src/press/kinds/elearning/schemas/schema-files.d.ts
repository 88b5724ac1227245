/** Schemas and their notice are imported as text, as layouts are (src/press/shared/paper/typst.d.ts). */
declare module '*.xsd' {
  const text: string
  export default text
}
declare module '*.dtd' {
  const text: string
  export default text
}
declare module '*.md' {
  const text: string
  export default text
}
