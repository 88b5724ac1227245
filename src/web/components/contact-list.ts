import { type ArrangedContact, groupOf } from '../../domain/services/arrange.ts'
import { contactList } from '../../domain/services/contact-list.ts'
import { everyLine } from '../../domain/services/needs.ts'
import type { Service } from '../../domain/services/service.ts'
import type { RenderContext } from '../context/types.ts'

/** What stands beside lines that reach the same place: one that is open, where none of them is. Lines for some places have their own (parts/lines.tsx). */
export const besideAll = (contacts: readonly ArrangedContact[]): Service | null => {
  const whole = contacts.filter(({ service }) => !service.serves)
  return whole.some(({ state }) => groupOf(state) === 'open') ? null : (whole[0]?.beside ?? null)
}

/** These services as they are at a reader's moment, each that is not open with one beside it that is. */
export const contactListAt = (context: RenderContext, ids: readonly string[]): ArrangedContact[] =>
  contactList(ids, everyLine(context.locale.pack.getHelp, 'someone_else'), (id) => {
    const service = context.locale.site.services.get(id)
    return service ? { service, state: context.stateOf(id) } : null
  })
