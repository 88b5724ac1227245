/** Why a name is refused where its signs are right. */
export type NameFault = { code: 'number-in-name' | 'order-in-lead' } | { code: 'known-name'; known: string }

const between = '[ ()/.,+–-]*'
/** Five figures: read as a number to call, and nothing would have looked at it. Letters that look like figures count where a figure stands beside them. */
const long = new RegExp(`\\d(?:${between}\\d){4}`)
const likeFigures = new RegExp(
  `(?<![\\p{L}\\d])(?=[OoIl\\d${between.slice(1, -2)}]*\\d)[OoIl\\d](?:${between}[OoIl\\d])*(?![\\p{L}\\d])`,
  'gu',
)
const short =
  /(?<!\d)(?:9[ ().+–-]*9[ ().+–-]*9|112|911)(?!\d)|(?<![\p{L}\d])(?:101|105|111|18000)(?![\p{L}\d])|\bnine[ -]nine[ -]nine\b|\b(?:triple|treble) nine\b/iu

/** What is to be done, in the place of who someone is. A manager on call, and one of a call centre, are someone. */
const order = /\b(?:emergenc(?:y|ies)|ring|dial|(?<!\bon[ -])call(?! cent(?:re|er)\b))\b/i

/** What a name or a lead says that it must not, or null. `names`: those by which everybody knows someone else. */
export const nameFault = (field: 'name' | 'lead', text: string, names: readonly string[]): NameFault | null => {
  const figures = text.replace(likeFigures, (run) => run.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'))
  if ([text, figures, closed(figures)].some((one) => long.test(one) || short.test(one))) return { code: 'number-in-name' }
  if (field === 'lead' && order.test(text)) return { code: 'order-in-lead' }
  const known = names.find((name) => sameName(text, name))
  return known === undefined ? null : { code: 'known-name', known }
}

/** Figures that stand one by one are one number. */
const closed = (text: string): string => text.replace(/(?<!\d)\d(?:[ ()/.,+–-]+\d(?!\d))+/g, (row) => row.replace(/\D/g, ''))

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}|['’‘]/gu, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word && !['the', 'and', 'of', 'for'].includes(word))

/** The same words, or the first and more of them in their order: a short form. Of "Home Office: Border Force" and "TARA, Scotland" each part is a name. */
const sameName = (text: string, name: string): boolean => {
  const [said, all] = [wordsOf(text), wordsOf(name)]
  if (!said.length) return false
  if (name.split(/[,:(]/).some((part) => wordsOf(part).join(' ') === said.join(' '))) return true
  if (said[0] !== all[0]) return false
  let next = 0
  for (const word of all) if (word === said[next]) next += 1
  return said.length > 1 && next === said.length
}
