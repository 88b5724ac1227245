/** A number that someone typed, as a link of a phone takes it: digits. An extension is typed by hand. */
export const telOf = (number: string): string => `tel:${number.replace(/(?:ext|x).*$/i, '').replace(/(?!^\+)\D/g, '')}`

/** A number as it is written, to call. */
export const Telephone = ({ number }: { number: string }) => <a href={telOf(number)}>{number}</a>

/** An address to write to. What stands before the "@" may be anything that a mail address takes (RFC 6068, section 2). */
export const Mail = ({ address }: { address: string }) => {
  const at = address.lastIndexOf('@')
  return <a href={`mailto:${encodeURIComponent(address.slice(0, at))}@${address.slice(at + 1)}`}>{address}</a>
}
