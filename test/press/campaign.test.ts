import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { CampaignData } from '../../src/press/campaign/campaign.ts'
import type { Output } from '../../src/press/output.ts'
import { drawn, outputsOfPack, packForPress } from '../support/press.ts'

const pack = packForPress()
const origin = 'https://waymark.example.org'
const kits = outputsOfPack(pack).filter(({ kind }) => kind === 'campaign') as Output<CampaignData>[]

test('both main days have a kit of their next year', () => {
  expect(kits.map(({ file }) => file)).toEqual(['campaign-world-day-against-trafficking-2027.zip', 'campaign-anti-slavery-day-2027.zip'])
})

/** Rows of a file as RFC 4180 has them, by the names in the first. */
const rowsOf = (csv: string): Record<string, string>[] => {
  const cells = [...csv.replace(/^\u{feff}/u, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  const [names = [], ...rest] = rows.slice(0, -1)
  return rest.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])))
}

describe.each(kits.map((kit): [string, Output<CampaignData>] => [kit.id, kit]))('%s', async (_, kit) => {
  const day = pack.campaigns.days.find(({ id }) => kit.id.endsWith(id))
  if (!day) throw new Error('no day')
  const files = unzipSync(await drawn(kit))
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  const pictures = Object.keys(files).filter((name) => name.endsWith('.png'))

  test('has a picture of the day in every size, and of each message in each size for messages, drawn at that size', () => {
    const sizes = pack.pictures.map(({ id, width, height, of }) => ({ id: `${id}-${width}x${height}`, of, width, height }))
    const expected = [
      ...sizes.map(({ id }) => `pictures/day-${id}.png`),
      ...(day.messages ?? []).flatMap((message) =>
        sizes.filter(({ of }) => of === 'messages').map(({ id }) => `pictures/${message.id}-${id}.png`),
      ),
    ]
    expect(pictures.toSorted()).toEqual(expected.toSorted())
    for (const name of pictures) {
      const head = Buffer.from(files[name] ?? []).subarray(0, 24)
      expect(head.subarray(1, 4).toString()).toBe('PNG')
      expect(name).toContain(`-${head.readUInt32BE(16)}x${head.readUInt32BE(20)}.png`)
    }
  })

  test('describes each picture once, with every word that stands on it', () => {
    const rows = rowsOf(text('pictures/alt-text.csv'))
    expect(rows.map(({ Picture }) => `pictures/${Picture}`).toSorted()).toEqual(pictures.toSorted())
    const alts = new Map(rows.map((row) => [`pictures/${row.Picture}`, row['Description (alt text)'] ?? '']))
    for (const { file, day, date, number, text, boards, address } of kit.data.pictures)
      for (const said of [day, date, number ?? '', text, address, ...boards.flatMap((b) => [b.name, b.number])])
        expect(alts.get(file)).toContain(said)
  })

  test('has a post for each message on each network within its limit, as counted by hand', () => {
    const rows = rowsOf(text('posts/posts.csv'))
    expect(rows.length).toBe(pack.networks.length * (day.messages?.length ?? 0))
    for (const row of rows) {
      const network = pack.networks.find(({ name }) => name === row.Network)
      const tagged = [row.Text ?? '', row['Hashtags that fit']].filter(Boolean).join(' ')
      // No letter of these texts is counted twice by anybody, so that plain counting will do. X counts each link as 23.
      expect(tagged).toMatch(/^[\n -~‘’“”]*$/)
      const counted = row.Network === 'X' ? tagged.replace(/https:\S+/g, 'x'.repeat(23)).length : tagged.length
      expect([row.Network, counted <= (network?.limit ?? 0)]).toEqual([row.Network, true])
      expect(row.Text).toMatch(new RegExp(`\\n${origin}/[a-z/-]+$`))
      expect(row.Date).toMatch(/^2027-(07|10)-\d\d$/)
      expect(pictures).toContain(row.Picture)
      expect(row['Description (alt text)']).not.toBe('')
      expect(row['Where the message comes from']).toMatch(/^Source: /)
      expect(text('posts/posts.txt')).toContain(row.Text)
    }
  })

  test('says nothing that cannot be used as it is', () => {
    for (const name of Object.keys(files).filter((one) => /\.(txt|csv)$/.test(one))) {
      expect([name, /[{}[\]]|\]\(|undefined|null/.exec(text(name))?.[0]]).toEqual([name, undefined])
      if (name.endsWith('.txt')) expect(text(name)).toContain(`${origin}/campaigns/${day.id}`)
    }
    expect(text('posts/posts.txt')).toContain('08000 121 700')
    expect(text('plan/plan.txt')).toMatch(/\d (July|October) · The day itself/)
  })
})

test('the same kit is the same bytes', async () => {
  const [kit] = kits
  if (!kit) throw new Error('no kit')
  const part = { ...kit, data: { ...kit.data, pictures: kit.data.pictures.filter(({ file }) => /whom-to-tell|day-link/.test(file)) } }
  const [one, other] = [await drawn(part), await drawn(structuredClone(part))]
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
})

test('a picture with more words than it holds is refused, and so is a post that its address makes too long', async () => {
  const [kit] = kits
  const [picture] = kit?.data.pictures ?? []
  if (!kit || !picture) throw new Error('no kit')
  const full = { ...kit, data: { ...kit.data, pictures: [{ ...picture, text: 'People are still enslaved today. '.repeat(30) }] } }
  await expect(drawn(full)).rejects.toThrow(/pictures\/day-square-1080x1080\.png: .*do not fit/)
  const [far] = outputsOfPack(pack, { origin: `https://${'long.'.repeat(40)}example.org` }).filter(({ kind }) => kind === 'campaign')
  await expect(drawn(far as Output)).rejects.toThrow(/the post of "[a-z-]+" on Bluesky has \d+, and 300 is the most/)
})
