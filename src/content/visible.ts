/** A text that someone gave, for a message: nothing that a terminal would obey, or that would hide or feign a line, and not more than a line or two. */
export const visible = (text: string): string => {
  const clean = text.slice(0, 301).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '?')
  return text.length > 300 ? `${clean.slice(0, 300)}…` : clean
}
