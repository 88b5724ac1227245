import type { Form } from '../forms/form.ts'
import type { FormTools, SitePage } from './layout/page.ts'

/** Every form of the public site: those of its pages. */
export const formsOf = (pages: Iterable<SitePage>, tools: FormTools): Form[] => [...pages].flatMap(({ form }) => form?.(tools) ?? [])
