/** Is this an id as the database writes it? Anything else is nobody's, and the database would not even look. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
