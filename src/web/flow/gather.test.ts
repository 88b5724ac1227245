import { describe, expect, test } from 'vitest'
import { harbourWithFiles as flow } from '../../domain/flow/every-kind-fixtures.ts'
import type { Question } from '../../domain/flow/flow.ts'
import { fieldsOf } from '../forms/fields.ts'
import { gather } from './gather.ts'
import { withRow } from './rows.ts'

const page = (id: string): Question => {
  const question = flow.questions.find((one) => one.id === id)
  if (!question) throw new Error(`no page ${id}`)
  return question
}
const fields = (text: string) => fieldsOf(new URLSearchParams(text))
const gathered = (id: string, text: string) => gather(page(id), fields(text))

test('what was not sent is undefined, and what was sent empty is empty', () => {
  expect(gathered('visit', 'purpose=rest&arrives-day=1&flag=')).toEqual({
    purpose: 'rest',
    broken: undefined,
    arrives: { day: '1', month: '', year: '' },
    flag: '',
  })
})

test('what names a file is never read from a page', () => expect(gathered('papers', 'papers=x').papers).toBeUndefined())

describe('rows', () => {
  const ships = page('ships')
  const namesOf = (typed: ReturnType<typeof gather> | null) =>
    (typed?.ships as readonly { name?: string }[] | undefined)?.map(({ name }) => name)
  const after = (text: string) => namesOf(withRow(ships, gather(ships, fields(text)), fields(text)))

  test('are read in the order of their numbers, one more than there may be; odd numbers say nothing', () => {
    expect(
      namesOf(
        gathered('ships', 'ships-2-name=c&ships-0-name=a&ships-11-name=d&ships-x-name=e&ships--1-name=f&ships-12-name=g&ships-13-name=h'),
      ),
    ).toEqual(['a', 'c', 'd', 'g'])
  })
  test('the one whose number was pressed is taken away, also where a number before it is missing', () => {
    const three = 'ships-0-name=a&ships-2-name=c&ships-3-name=d'
    expect(after(`${three}&remove-row=ships-2`)).toEqual(['a', 'd'])
    expect(after(`${three}&remove-row=ships-1`)).toEqual(['a', 'c', 'd'])
    expect(after(`${three}&remove-row=visit-1`)).toBeUndefined()
  })
  test('one more is empty, and there are no more than there may be', () => {
    expect(after('ships-0-name=a&add-row=ships')).toEqual(['a', undefined])
    // A row of boxes sends nothing: the one in sight is there, and another is wanted.
    expect(after('add-row=ships')).toEqual([undefined, undefined])
    expect(after('ships-0-name=a&ships-1-name=b&ships-2-name=c&add-row=ships')).toEqual(['a', 'b', 'c'])
    expect(after('ships-0-name=a&add-row=visit')).toBeUndefined()
  })
})
