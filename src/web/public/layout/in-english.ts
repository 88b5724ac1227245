import type { Locale } from '../../context/types.ts'

/** How an element is marked that is in English only, as names of pages are. */
export const inEnglish = (locale: Locale): { lang?: string; dir?: string } => (locale.language ? { lang: 'en', dir: 'ltr' } : {})
