/** Bytes of unpadded base64, or null for what is none or could be written otherwise: Node reads on past what it does not know, and one text stands for the same bytes. */
export const fromBase64 = (text: string, alphabet: 'base64' | 'base64url'): Buffer | null => {
  const bytes = Buffer.from(text, alphabet)
  return text !== '' && bytes.toString(alphabet).replaceAll('=', '') === text ? bytes : null
}
