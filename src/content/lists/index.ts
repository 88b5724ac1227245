import type { z } from 'zod'
import { bankHolidays } from './bank-holidays.ts'
import { campaigns, networks } from './campaigns.ts'
import { clocks } from './clocks.ts'
import { concernOutcomes } from './concerns.ts'
import { type List, type ListFile, listsOf } from './descriptor.ts'
import { figures, sources } from './figures.ts'
import { grading } from './grading.ts'
import { languages } from './languages.ts'
import { easyRead, glossary, report, sharingReasons, support } from './pages.ts'
import { firstResponders, partners } from './people.ts'
import { register } from './register.ts'
import { retention } from './retention.ts'
import { rights } from './rights.ts'
import { search } from './search.ts'
import { services, serviceWords } from './services.ts'
import { bodies, exploitationTypes, indicators, sectors } from './signs.ts'
import { style } from './style.ts'
import { outcomes } from './training.ts'

/** Every list of a pack by the name that code uses. A new list is a descriptor, its file in this list, and its schema in domain. */
export const lists = {
  ...listsOf(services),
  ...listsOf(serviceWords),
  ...listsOf(figures),
  ...listsOf(sources),
  ...listsOf(bankHolidays),
  ...listsOf(clocks),
  ...listsOf(exploitationTypes),
  ...listsOf(indicators),
  ...listsOf(sectors),
  ...listsOf(bodies),
  ...listsOf(firstResponders),
  ...listsOf(partners),
  ...listsOf(glossary),
  ...listsOf(report),
  ...listsOf(support),
  ...listsOf(sharingReasons),
  ...listsOf(concernOutcomes),
  ...listsOf(grading),
  ...listsOf(easyRead),
  ...listsOf(campaigns),
  ...listsOf(networks),
  ...listsOf(languages),
  ...listsOf(outcomes),
  ...listsOf(register),
  ...listsOf(retention),
  ...listsOf(rights),
  ...listsOf(search),
  ...listsOf(style),
}

/** Every file that holds lists. */
export const listFiles: readonly ListFile[] = [...new Set(Object.values<List>(lists).map((list) => list.in))]

export type Lists = typeof lists
export type ListName = keyof Lists
/** A row of a list. */
export type RowOf<Name extends ListName> = z.infer<Lists[Name]['schema']>
