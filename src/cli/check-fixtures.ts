/** For tests only. */
import type { Edit } from '../content/fixtures.ts'

/** What style.yaml finds is another test's: without its patterns. */
export const noStyle: Edit = { file: 'national/style.yaml', text: 'version: 1\npatterns: []\n' }
