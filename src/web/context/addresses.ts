import type { Language } from '../../domain/languages/language.ts'

/** "Get help" in pictures, without its language. */
export const picturesPath = '/get-help/pictures'

/** The Easy Read version of a page. */
export const easyAddress = (page: string): string => `/${page}/easy-read`

/** A page's address in a language: English has no prefix. */
export const addressIn = (language: Language | null, path: string): string => (language ? `/${language.id}${path}` : path)
