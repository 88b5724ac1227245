import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { drawn, outputsOfPack, packForPress } from '../support/press.ts'

const kits = outputsOfPack(packForPress()).filter(({ kind }) => kind === 'campaign')

test('both main days have a kit of their next year, the same bytes each time, with numbers and addresses that can be used as they are', async () => {
  expect(kits.map(({ file }) => file)).toEqual(['campaign-world-day-against-trafficking-2027.zip', 'campaign-anti-slavery-day-2027.zip'])
  for (const kit of kits) {
    const bytes = await drawn(kit)
    expect(Buffer.from(bytes).equals(Buffer.from(await drawn(structuredClone(kit))))).toBe(true)
    const { 'card-1200x630.png': card, ...rest } = unzipSync(bytes)
    expect(
      Buffer.from(card ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(Buffer.from(card ?? []).readUInt32BE(16)).toBe(1200)
    for (const [name, content] of Object.entries(rest)) {
      const text = strFromU8(content)
      expect(text, name).not.toMatch(/[{}[\]]|\]\(|undefined/)
      expect(text, name).toContain('https://waymark.example.org/campaigns/')
    }
    expect(strFromU8(rest['messages.txt'] ?? new Uint8Array())).toContain('08000 121 700')
    expect(strFromU8(rest['plan.txt'] ?? new Uint8Array())).toMatch(/\d (July|October) · The day itself/)
  }
})
