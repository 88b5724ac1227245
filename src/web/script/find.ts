/** The search itself, asked for only when somebody comes to the field of a page that no program stands behind. */
export { makeFind, withinBounds } from '../public/search/find.ts'
