import { type Person, readPersonToChange } from '../../../../commands/people/read-person.ts'
import type { Fields } from '../../../forms/fields.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'

export const pathOf = ({ id }: { id: string }, part = ''): string => `/desk/people/${encodeURIComponent(id)}${part}`

/** Back to the person, with what was done. */
export const doneWith = (id: string, told: string): Answer => ({ to: pathOf({ id }, `?told=${told}`) })

/** Opens the person of a page's address, to change something: whoever may not is turned away. */
export const openPerson = async (member: Member): Promise<Person> =>
  (await member.perform(readPersonToChange, { person: member.param('id') })).done

type ChangePage = {
  show(member: Member, person: Person): Answer
  /** `id`: of the address, which is anybody's until a command has taken it. `again`: opens the person, for the form that is shown again. */
  send(member: Member, fields: Fields, id: string, again: () => Promise<Person>): Promise<Answer>
}

/** A page that changes something of one person: a form, and what is done with it. */
export const changePage = (part: string, page: ChangePage): MemberPage => ({
  path: `/desk/people/:id/${part}`,
  here: 'people',
  show: async (member) => page.show(member, await openPerson(member)),
  send: (member, fields) => page.send(member, fields, member.param('id'), () => openPerson(member)),
})

/** The same with a button in place of a form: there is nothing to show. */
export const changeAtOnce = (part: string, send: ChangePage['send']): MemberPage => ({
  path: `/desk/people/:id/${part}`,
  here: 'people',
  send: (member, fields) => send(member, fields, member.param('id'), () => openPerson(member)),
})
