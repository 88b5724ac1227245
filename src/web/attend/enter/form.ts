import { randomUUID } from 'node:crypto'
import { enterEvent } from '../../../commands/attend/enter-event.ts'
import { type AttendEvent, type KnownOrganisation, readAttendEvent, readAttendOrganisations } from '../../../commands/attend/read-event.ts'
import { typedEventCode } from '../../../domain/register/codes.ts'
import { organisationKey, plainName } from '../../../domain/register/names.ts'
import type { Fields } from '../../forms/fields.ts'
import type { Form, FormAnswer, Sent } from '../../forms/form.ts'
import type { AttendTools } from '../tools.ts'
import { type EnterCarried, enterCarrier, pageLife } from './carried.ts'
import { type CodeFault, codePage, type EnterFieldFault, enterAddress, enteredPage, enterPage, nothingTyped, type Typed } from './pages.tsx'

const longest = 120

/** What /in gives and takes: the code, then who one is. No account, no cookie, no script. */
export const enterPages = ({
  parts,
  sealer,
  frame,
  context,
}: AttendTools): { ask(code: string | null): Promise<FormAnswer>; form: Form<EnterCarried> } => {
  const carrier = enterCarrier(sealer)
  const { pack } = parts
  const seconds = (): number => Math.floor(parts.now().epochMilliseconds / 1000)
  const say = (status: number, page: Parameters<typeof frame>[0], retryAfter?: number): FormAnswer => ({
    ...{ status, page: frame(page) },
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })
  const askCode = (fault?: CodeFault, typed = ''): FormAnswer =>
    say(fault === undefined ? 200 : fault === 'gone' ? 503 : 400, codePage(context(), fault, typed), fault === 'gone' ? 60 : undefined)

  /** The event of a code, if its list is open. */
  const opened = async (typed: string): Promise<{ event: AttendEvent; code: string } | { answer: FormAnswer }> => {
    const code = typedEventCode(typed)
    if (!code) return { answer: askCode('code', typed) }
    const event = await readAttendEvent(parts, code)
    if ('fault' in event) return { answer: askCode(event.fault, typed) }
    if (event.state === 'cancelled') return { answer: askCode('cancelled', typed) }
    return event.open ? { event, code } : { answer: askCode('closed', typed) }
  }

  const carriedOf = (event: AttendEvent, code: string): EnterCarried => ({ entry: randomUUID(), event: event.id, code, at: seconds() })

  const begin = async (typed: string): Promise<FormAnswer> => {
    const found = await opened(typed)
    if ('answer' in found) return found.answer
    const { event, code } = found
    const organisations = await readAttendOrganisations(parts)
    return say(200, enterPage(context(), { event, organisations, sealed: carrier.keep(carriedOf(event, code)), typed: nothingTyped }))
  }

  const enter = async ({ fields }: Sent<EnterCarried>, carried: EnterCarried): Promise<FormAnswer> => {
    const found = await opened(carried.code)
    if ('answer' in found) return found.answer
    const { event } = found
    const organisations = await readAttendOrganisations(parts)
    const typed = typedIn(fields)
    const known = knownOf(organisations, typed.organisation)
    const sector = pack().trainedSectors.find(({ id }) => id === typed.sector)?.id ?? null
    const again = (faults: readonly EnterFieldFault[], said?: 'full' | 'gone'): FormAnswer =>
      say(
        said === 'gone' ? 503 : 400,
        enterPage(context(), {
          ...{ event, organisations, typed, faults, sealed: carrier.keep(carried) },
          ...(said ? { said } : {}),
          asksSector: !known && typed.organisation !== '',
        }),
        said === 'gone' ? 60 : undefined,
      )
    const faults = faultsOf(typed, known !== null || sector !== null)
    if (faults.length) return again(faults)
    const came = await enterEvent(parts, {
      ...{ entry: carried.entry, event: carried.event, name: typed.name, word: typed.word.toUpperCase().replace(/\s/g, '') },
      workplace: known ? { id: known.id } : { name: typed.organisation, sector: sector ?? '' },
      group: pack().roleGroups.find(({ id }) => id === typed.group)?.id ?? null,
      email: typed.email || null,
    })
    if ('done' in came) return say(200, enteredPage(context(), carried.code))
    if (came.fault === 'closed') return askCode('closed', carried.code)
    if (came.fault === 'word') return again([{ field: 'word', fault: 'word' }])
    return again([], came.fault)
  }

  return {
    ask: async (code) => (code === null ? askCode() : begin(code)),
    form: {
      ...{ path: enterAddress, cacheControl: 'no-store', carrier },
      answer: async (sent) => {
        if (sent.fields.choice('do', ['code', 'enter']) !== 'enter') return begin(sent.fields.text('code', 40) ?? '')
        const { carried } = sent
        if (!carried?.entry || seconds() - carried.at > pageLife * 60) return askCode('late')
        return enter(sent, carried)
      },
    },
  }
}

const typedIn = (fields: Fields): Typed => {
  const text = (name: string): string => plainName(fields.text(name, 400) ?? '')
  return {
    ...{ word: text('word').slice(0, 20), name: text('name'), organisation: text('organisation') },
    ...{ sector: text('sector'), group: text('group'), email: text('email') },
  }
}

const knownOf = (organisations: readonly KnownOrganisation[], typed: string): KnownOrganisation | null => {
  const key = organisationKey(typed)
  return (key && organisations.find(({ name }) => organisationKey(name) === key)) || null
}

const faultsOf = ({ word, name, organisation, email }: Typed, placed: boolean): EnterFieldFault[] => {
  const letters = (text: string): number => [...text].length
  return [
    ...(word ? [] : [{ field: 'word', fault: 'word' } as const]),
    ...(name
      ? letters(name) > longest
        ? [{ field: 'name', fault: 'name-long' } as const]
        : []
      : [{ field: 'name', fault: 'name' } as const]),
    ...(organisation && organisationKey(organisation)
      ? letters(organisation) > longest
        ? [{ field: 'organisation', fault: 'organisation-long' } as const]
        : placed
          ? []
          : [{ field: 'sector', fault: 'sector' } as const]
      : [{ field: 'organisation', fault: 'organisation' } as const]),
    ...(email && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email) ? [{ field: 'email', fault: 'email' } as const] : []),
  ]
}
