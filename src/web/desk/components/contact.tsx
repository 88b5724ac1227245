/** A number that someone typed, as a link of a phone takes it: digits. An extension is typed by hand. */
export const telOf = (number: string): string => `tel:${number.replace(/(?:ext|x).*$/i, '').replace(/(?!^\+)\D/g, '')}`

/** A number as it is written, to call. */
export const Telephone = ({ number }: { number: string }) => <a href={telOf(number)}>{number}</a>

/** An address to write to. Where it has no room for one line, it breaks before the "@". What stands before the "@" may be anything that a mail address takes (RFC 6068, section 2). */
export const Mail = ({ address }: { address: string }) => {
  const at = address.lastIndexOf('@')
  const [who, where] = [address.slice(0, at), address.slice(at)]
  return (
    <a href={`mailto:${encodeURIComponent(who)}${where}`}>
      {who}
      <wbr />
      {where}
    </a>
  )
}
