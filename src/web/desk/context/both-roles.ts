import type { DeskWords } from './words.ts'

/** Said to all members wherever it matters: who is both coordinator and administrator. Null: nobody is. */
export const bothRolesWords = (t: DeskWords, names: readonly string[]): string | null =>
  names.length
    ? t('directory.both', { names: new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(names), count: names.length })
    : null
