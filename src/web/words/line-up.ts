import type { ArrangedContact } from '../../domain/services/arrange.ts'
import { lineUp } from '../../domain/services/line-up.ts'
import type { Moment } from '../site.ts'

/** These services as they are at a reader's moment, each that is not open with one beside it that is. */
export const lineUpAt = (moment: Moment, ids: readonly string[]): ArrangedContact[] =>
  lineUp(ids, moment.site.pack.getHelp, (id) => {
    const service = moment.site.services.get(id)
    return service ? { service, state: moment.stateOf(id) } : null
  })
