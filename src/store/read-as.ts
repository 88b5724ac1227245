import pg from 'pg'

const asText = (text: string): string => text

/** How values of the database are read: days as they are written (`2026-11-30`), for a `Date` would put them into a time zone. */
export const readAs: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === pg.types.builtins.DATE ? asText : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
