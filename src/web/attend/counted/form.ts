import { countAlone } from '../../../commands/attend/count-alone.ts'
import { readAttendOrganisations } from '../../../commands/attend/read-event.ts'
import type { CourseTier } from '../../../domain/training/course.ts'
import type { Form, FormAnswer, Sent } from '../../forms/form.ts'
import { countedAddress, type Passed, passedCarrier } from '../../forms/passed.ts'
import type { FramedPage } from '../frame.ts'
import type { AttendTools } from '../tools.ts'
import { nothingTyped, readWho, typedIn } from '../who/typed.ts'
import { beginPage, countedPage, doneCountedPage } from './pages.tsx'

/** What /training/counted gives and takes: whoever learned alone, and answered all at the end rightly, may say who they are. Until then nothing is kept. */
export const countedPages = ({ parts, sealer, frame, context }: AttendTools): { ask(): Promise<FormAnswer>; form: Form<Passed> } => {
  const carrier = passedCarrier(sealer)
  const say = (status: number, page: FramedPage): FormAnswer => ({
    ...{ status, page: frame(page) },
    ...(status === 503 ? { retryAfter: 60 } : {}),
  })

  const count = async ({ fields }: Sent<Passed>, passed: Passed, tier: CourseTier): Promise<FormAnswer> => {
    const organisations = await readAttendOrganisations(parts)
    const typed = typedIn(fields)
    const read = fields.choice('read', ['yes']) === 'yes'
    const { asksSector, isNext, faults: wrong, ...who } = readWho(parts.pack(), organisations, typed)
    const again = (more: Pick<Parameters<typeof countedPage>[1], 'faults' | 'said'>): FormAnswer =>
      say(
        more.said === 'gone' || more.said === 'busy' ? 503 : more.faults?.length || more.said ? 400 : 200,
        countedPage(context(), { tier: tier.name, sealed: carrier.keep(passed), organisations, typed, read, asksSector, isNext, ...more }),
      )
    const faults = [...wrong, ...(read ? [] : [{ field: 'read', fault: 'read' } as const])]
    if (faults.length || isNext) return again({ faults })
    const counted = await countAlone(parts, { entry: passed.entry, tier: tier.id, version: passed.taught, name: typed.name, ...who })
    if ('fault' in counted) return again({ said: counted.fault })
    return say(200, doneCountedPage(context(), { tier: tier.name, code: counted.done.code, mailed: who.email !== null }))
  }

  return {
    ask: async () => say(200, beginPage(context(), false)),
    form: {
      ...{ path: countedAddress, cacheControl: 'no-store', carrier },
      answer: async (sent) => {
        const { carried, fields } = sent
        const { course } = parts.pack()
        const tier = course.tiers.find(({ id }) => id === carried?.tier)
        if (!carried || !tier || carried.taught !== course.taught) return say(400, beginPage(context(), true))
        if (fields.choice('do', ['begin', 'count']) === 'count') return count(sent, carried, tier)
        const organisations = await readAttendOrganisations(parts)
        return say(
          200,
          countedPage(context(), { tier: tier.name, sealed: carrier.keep(carried), organisations, typed: nothingTyped, read: false }),
        )
      },
    },
  }
}
