/** A number as it is written, to call. What a telephone takes of it are digits; an extension is typed by hand. */
export const Telephone = ({ number }: { number: string }) => (
  <a href={`tel:${number.replace(/(?:ext|x).*$/i, '').replace(/(?!^\+)\D/g, '')}`}>{number}</a>
)

/** An address to write to. What stands before the "@" may be anything that a mail address takes (RFC 6068, section 2). */
export const Mail = ({ address }: { address: string }) => {
  const at = address.lastIndexOf('@')
  return <a href={`mailto:${encodeURIComponent(address.slice(0, at))}@${address.slice(at + 1)}`}>{address}</a>
}
