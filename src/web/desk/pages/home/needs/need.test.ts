import { expect, test } from 'vitest'
import { groupShown, type HomeNeed, inOrder, piecesOf } from './need.ts'

const need = (title: string, rank: HomeNeed['rank'], group?: HomeNeed['group']): HomeNeed => ({
  ...{ title, rank, href: '/desk', mark: null, why: '', act: null, by: Temporal.Instant.fromEpochMilliseconds(0) },
  ...(group ? { group } : {}),
})
const many = (count: number, rank: HomeNeed['rank'], group: HomeNeed['group']) =>
  Array.from({ length: count }, (_, at) => need(`${group} ${at}`, rank, group))
const shapeOf = (needs: readonly HomeNeed[]) =>
  piecesOf(inOrder(needs)).map((piece) => ('alone' in piece ? piece.alone.length : [piece.group, piece.needs.length]))

test('what presses stands by itself, whatever it is like; of many that do not press one group stands where its first would', () => {
  const pressing = [...many(3, 'danger', 'replies'), ...many(6, 'child', 'replies')]
  const all = [
    need('later', 'soon'),
    ...many(groupShown + 2, 'late', 'replies'),
    need('alarm', 'now'),
    ...pressing,
    ...many(2, 'soon', 'replies'),
  ]
  expect(shapeOf(all)).toEqual([10, ['replies', groupShown + 4], 1])
})

test('few that are alike stay in their places, and nothing is lost or told twice', () => {
  const few = [...many(groupShown + 1, 'late', 'unread'), need('other', 'late'), ...many(9, 'due', 'added')]
  expect(shapeOf(few)).toEqual([groupShown + 2, ['added', 9]])
  const titles = piecesOf(few).flatMap((piece) => ('alone' in piece ? piece.alone : piece.needs).map(({ title }) => title))
  expect(titles.toSorted()).toEqual(few.map(({ title }) => title).toSorted())
})
