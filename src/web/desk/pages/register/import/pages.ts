import type { MemberPage } from '../../../context/page.ts'
import { importedPage, importsPage } from './imports.tsx'
import { columnsPage, keepPage } from './steps.tsx'
import { importPage } from './upload.tsx'

/** A list of people who were trained, from a file. */
export const importPages: readonly MemberPage[] = [importPage, columnsPage, keepPage, importsPage, importedPage]
