import { strFromU8, unzipSync } from 'fflate'
import { HtmlValidate } from 'html-validate'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../src/domain/brand/colour.ts'
import { paletteOf } from '../../src/domain/brand/palette.ts'
import type { CampaignData } from '../../src/press/kinds/campaign/data.ts'
import { faultsOf, partsIn } from '../../src/press/shared/office/package.ts'
import { all, parseXml } from '../../src/press/shared/office/xml.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { facts, packOfOtherFacts } from '../support/facts.ts'
import { officeFaults, validates } from '../support/office.ts'
import { outputsOfKind } from '../support/outputs.ts'
import { drawn, drawnAnew } from '../support/press.ts'

const pack = packOfOtherFacts()
const origin = 'https://waymark.example.org'
const kits = outputsOfKind(pack, 'campaign') as Output<CampaignData>[]

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
      const tagged = [row.Text ?? '', row['Hashtags to use']].filter(Boolean).join(' ')
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
      // What stands in brackets is for whoever sends it to fill in.
      const filled = text(name).replace(/^\[[A-Z][^\]]*\]$/gm, '')
      expect([name, /[{}[\]]|\]\(|undefined|null/.exec(filled)?.[0]]).toEqual([name, undefined])
      if (name.endsWith('.txt')) expect(text(name)).toMatch(name.includes('letter') ? `${origin}/sectors` : `${origin}/campaigns/${day.id}`)
      if (!name.endsWith('.csv')) expect(text(name)).toContain('Demonstration.')
    }
    expect(text('posts/posts.txt')).toContain(facts.phone.fresh)
    expect(text('plan/plan.txt')).toMatch(/\d (July|October) · The day itself/)
  })

  test('has a plan that a calendar takes in, with each task once and each message on its day', () => {
    const calendar = new ICAL.Component(ICAL.parse(text('plan/plan.ics')))
    const entries = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    const said = entries.map(({ description }) => description).join('\n')
    for (const { who } of day.plan ?? []) expect(said).toContain(`${who}. `)
    expect(said.split('\n').length).toBe((day.plan?.length ?? 0) + new Set(rowsOf(text('posts/posts.csv')).map((row) => row.Date)).size)
    for (const row of rowsOf(text('posts/posts.csv'))) {
      const on = entries.find(({ startDate }) => startDate.toString() === row.Date)
      expect(on?.description).toContain('To post: ')
    }
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length)
  })

  const words = kit.data.documents.map(([file]) => file)
  test('has an article and a letter for Word that hang together, in British English, with headings and the demonstration', () => {
    expect(words).toEqual(['intranet/article.docx', 'businesses/letter.docx'])
    for (const file of words) {
      const parts = partsIn(files[file] ?? new Uint8Array())
      expect(faultsOf(parts)).toEqual([])
      const body = parseXml(parts.text('word/document.xml'))
      const styles = all(body, 'w:pStyle').map((one) => one.getAttribute('w:val'))
      expect(styles.filter((style) => style === 'Title').length).toBe(1)
      expect(styles.filter((style) => style === 'Heading1').length).toBeGreaterThan(1)
      expect(styles.filter((style) => style?.startsWith('ListBullet')).length).toBeGreaterThan(3)
      expect(parts.paths().filter((path) => /\.xml$/.test(path) && parts.text(path).includes('en-US'))).toEqual([])
      expect(parts.paths().filter((path) => /footer\d\.xml$/.test(path) && !parts.text(path).includes('Demonstration'))).toEqual([])
    }
  })

  // Both kits are written by the same code.
  test.runIf(validates && kit === kits[0])('Office finds nothing wrong in them', () => {
    for (const file of words) expect([file, officeFaults(files[file] ?? new Uint8Array(), 'docx')]).toEqual([file, []])
  })

  test('says the same in Word, in plain text and as a page', () => {
    const said = [
      ...parseXml(partsIn(files['intranet/article.docx'] ?? new Uint8Array()).text('word/document.xml')).getElementsByTagName('w:t'),
    ]
      .map((one) => one.textContent)
      .join(' ')
    for (const message of rowsOf(text('posts/posts.csv')).filter((row) => row.Network === 'X' && !row.Text?.includes('999'))) {
      const last = message.Text?.split('\n')[0]?.split('. ').at(-1) ?? ''
      for (const form of [said, text('intranet/article.txt'), text('intranet/article.html')]) expect(form).toContain(last)
    }
  })

  test('its pages are valid HTML', async () => {
    // Styles stand in place, for a mail program reads no sheet; numbers are kept as they are printed.
    const checker = new HtmlValidate({
      root: true,
      extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:document'],
      rules: {
        'no-inline-style': 'off',
        'doctype-style': ['error', { style: 'lowercase' }],
        'tel-non-breaking': 'off',
        'long-title': 'off',
      },
    })
    for (const name of ['intranet/article.html', 'email/footer.html']) {
      const { results } = await checker.validateString(text(name), name)
      expect(
        results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId} ${message}`)),
      ).toEqual([])
    }
  })

  test('has a footer for e-mails whose picture is there and described', () => {
    const [, picture = '', alt] = /<img src="\.\.\/([^"]+)" alt="([^"]+)"/.exec(text('email/footer.html')) ?? []
    expect(pictures).toContain(picture)
    expect(alt).toContain(day.name)
    expect(text('email/footer.html').match(/<a href="([^"]+)"/g)?.length).toBe(2)
    expect(text('email/footer.txt')).toMatch(/^-- \n/)
  })
})

test('README names every file of the kit, and no other', async () => {
  const [kit] = kits
  const texts = new Map(kit?.data.texts)
  const said = texts.get('README.txt') ?? ''
  const there = [...texts.keys(), ...(kit?.data.documents ?? []).map(([file]) => file), 'pictures/'].filter((file) => file !== 'README.txt')
  // `article.docx, .html, .txt` is three files.
  const named = said.split('\n').flatMap((line) => {
    const [, first, more] = /^([a-z-]+\/?[a-z.-]*\.?[a-z]*)((?:, (?:[a-z]+)?\.[a-z]+)*)$/.exec(line) ?? []
    if (!first) return []
    return [
      first,
      ...(more ?? '')
        .split(', ')
        .slice(1)
        .map((end) => (end.startsWith('.') ? first.replace(/\.[a-z]+$/, end) : first.replace(/[^/]+$/, end))),
    ]
  })
  expect(named.toSorted()).toEqual(there.toSorted())
})

test('the same kit is the same bytes', async () => {
  const [kit] = kits
  if (!kit) throw new Error('no kit')
  const part = { ...kit, data: { ...kit.data, pictures: kit.data.pictures.filter(({ file }) => /whom-to-tell|day-link/.test(file)) } }
  const [one, other] = [await drawn(part), await drawnAnew(structuredClone(part))]
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
})

/** The kit of 30 July for a pack with something changed. */
const kitOf = (changes: Partial<typeof pack>): CampaignData => {
  const kit = outputsOfKind({ ...pack, ...changes }, 'campaign').find(({ id }) => id === 'campaign-world-day-against-trafficking')
  if (!kit) throw new Error('no kit')
  return kit.data as CampaignData
}

test('pictures and texts have the brand of the partnership, and say that it is a demonstration until it has taken the pack as its own', () => {
  const { pictures, texts, documents } = kitOf({
    partnership: { ...pack.partnership, adopted: { role: 'Chair', organisation: 'hertfordshire-county-council', date: '2027-01-31' } },
    brand: { ...pack.brand, name: 'Kentmark', deep: '#1f3f66' },
  })
  // A calendar names the program that wrote it (RFC 5545, 3.7.3).
  expect(
    /.{40}(?:Demonstration|#174a3e|Waymark).{9}/.exec(
      JSON.stringify([pictures, texts, documents]).replaceAll('PRODID:-//Waymark//', ''),
    )?.[0],
  ).toBeUndefined()
  for (const { site, colours, drawing } of pictures) {
    expect([site, colours.deep]).toEqual(['Kentmark Hertfordshire', '#1f3f66'])
    expect(drawing).not.toContain('var(')
  }
})

test('a theme stands in the kit when the pack knows it, and on no other picture than those of the day', () => {
  const theme = 'Made up for a test'
  const days = pack.campaigns.days.map((day) => ({
    ...day,
    themes: day.themes.map((one) => (one.year === 2027 ? { ...one, text: theme, sure: 'A' as const } : one)),
  }))
  const { pictures, texts } = kitOf({ campaigns: { ...pack.campaigns, days } })
  const themed = pictures.filter(({ theme: said, alt }) => said !== null && alt.includes(theme)).map(({ file }) => file)
  expect(themed).toEqual(pictures.filter(({ file }) => file.startsWith('pictures/day-')).map(({ file }) => file))
  expect(new Map(texts).get('intranet/article.txt')).toContain(`Theme: ${theme}`)
  expect(JSON.stringify(kitOf({}))).toContain('We do not know of a theme for 2027')
})

test('every text of a picture stands out from what is under it as WCAG asks, in any brand', () => {
  const brands = [pack.brand, { deep: '#1f3f66', sun: '#ffc457', sky: '#eaf0f6' }, { deep: '#5a2146', sun: '#f4c34e', sky: '#f6edf2' }]
  for (const brand of brands) {
    const p = paletteOf({ name: 'Made up', ...brand } as typeof pack.brand)
    const pairs = [
      ...[p.sky, p.post, p.ground, p.sun].map((ground) => [p.ink, ground] as const),
      ...[p.deep, p.deeper].map((ground) => [p.white, ground] as const),
    ]
    // Success criterion 1.4.3: 4.5 to 1.
    expect(pairs.filter(([text, ground]) => contrast(text, ground) < 4.5)).toEqual([])
  }
})

test('a picture with more words than it holds is refused, and so is a post that its address makes too long', async () => {
  const [kit] = kits
  const [picture] = kit?.data.pictures ?? []
  if (!kit || !picture) throw new Error('no kit')
  const full = { ...kit, data: { ...kit.data, pictures: [{ ...picture, text: 'People are still enslaved today. '.repeat(30) }] } }
  await expect(drawn(full)).rejects.toThrow(/pictures\/day-square-1080x1080\.png: .*do not fit/)
  const [far] = outputsOfKind(pack, 'campaign', { origin: `https://${'long.'.repeat(40)}example.org` })
  await expect(drawn(far as Output)).rejects.toThrow(/the post of "[a-z-]+" on Bluesky has \d+ characters, and the limit is 300/)
})
