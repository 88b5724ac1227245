import type { MemberPage } from '../../context/page.ts'
import { figureFiles } from './files.ts'
import { figuresPage, releasePage } from './list.tsx'
import { confirmReleasePage, nextReleasePage } from './next.tsx'

/** Figures of the register that were released. Pages with a name of their own come before what has a month. */
export const figurePages: readonly MemberPage[] = [figuresPage, nextReleasePage, confirmReleasePage, ...figureFiles, releasePage]
