import type { Language } from '../../domain/languages/language.ts'

/** A page's address in a language: English has no prefix. */
export const addressIn = (language: Language | null, path: string): string => (language ? `/${language.id}${path}` : path)
