import { expect, test } from 'vitest'
import { askedIn } from '../../src/domain/training/course.ts'
import { post, withServer } from './support.ts'

const running = withServer()

const checks = () => {
  const { course } = running().locale.pack
  return course.parts.flatMap((part) => {
    const items = askedIn(course, part)
    return items.length ? [{ path: `/training/${part.id}`, items }] : []
  })
}
const answers = (items: ReturnType<typeof checks>[number]['items'], right: boolean): Record<string, string> =>
  Object.fromEntries(items.map(({ id, choices }) => [id, choices.find((c) => (c.right ?? false) === right)?.id ?? '']))

test('a check says of each answer whether it is right, and why', async () => {
  expect(checks().map(({ items }) => items.length)).toEqual([4, 6])
  for (const { path, items } of checks()) {
    const all = await post(running().port, path, answers(items, true))
    expect(all.status).toBe(200)
    expect(all.text).toContain(`You got ${items.length} of ${items.length} right.`)
    expect(all.text.match(/\(your answer\)/g)).toHaveLength(items.length)
    const none = await post(running().port, path, answers(items, false))
    expect(none.text).toContain(`You got 0 of ${items.length} right.`)
    expect(none.text.match(/<b>Right\.<\/b>/g), 'what would have been right is said all the same').toHaveLength(items.length)
  }
})

test('who gets all right is given a certificate of the tier that ends there, which says what it is not worth', async () => {
  const tiers = running().locale.pack.course.tiers
  for (const [at, { path, items }] of checks().entries()) {
    const [right, wrong] = [answers(items, true), answers(items, false)]
    const mixed = (misses: number) => Object.fromEntries(items.map(({ id }, index) => [id, (index < misses ? wrong : right)[id] ?? '']))
    const passed = await post(running().port, path, mixed(0))
    expect(passed.text).toMatch(/id="certificate"[\s\S]*This certificate is not registered\.[\s\S]*Demonstration\./)
    expect(passed.text).toMatch(new RegExp(`class="tier">${tiers[at]?.name}<`))
    // One wrong may be the one about an emergency.
    expect((await post(running().port, path, mixed(1))).text).not.toContain('id="certificate"')
  }
})

test('a check that lacks answers is asked again with what was chosen, whatever else was sent', async () => {
  const [check] = checks()
  if (!check) throw new Error('no check')
  const [first, second] = check.items
  const right = answers(check.items, true)
  const some = await post(running().port, check.path, { ...right, [second?.id ?? '']: '<script>', more: 'x' })
  expect(some.status).toBe(400)
  expect(some.text).not.toContain('<script>')
  expect(some.text).toContain(`href="#${second?.id}"`)
  expect(some.text).not.toContain(`href="#${first?.id}"`)
  expect(some.text.match(/ checked(?! yet)/g)).toHaveLength(check.items.length - 1)
})

test('answers stay out of every address, and the browser may keep the page for Back alone', async () => {
  for (const { path, items } of checks()) {
    const { headers, text } = await post(running().port, path, answers(items, true))
    expect(headers['cache-control']).toBe('private, no-cache')
    expect(headers['set-cookie']).toBeUndefined()
    expect(text).not.toMatch(/href="[^"]*\?/)
  }
})
