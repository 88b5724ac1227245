import type { Form } from '../forms/form.ts'
import type { FormTools } from './layout/page.ts'
import { pagesOf } from './pages-of.ts'

/** Every form of the public site: those of its pages. */
export const formsOf = (tools: FormTools): Form[] => [...pagesOf(tools.locale).values()].flatMap(({ form }) => form?.(tools) ?? [])
