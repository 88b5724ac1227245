import type { Member } from './page.ts'

/** The key of a form about one thing, on a page with a form for each of several (their ids are UUIDs): one is done once, and none for another. */
export const keyFor = ({ key }: Pick<Member, 'key'>, id: string): string => `${key.slice(0, 23)}-${id.slice(24)}`
