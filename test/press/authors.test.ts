import { zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { coreXml } from '../../src/press/shared/office/properties.ts'
import { authorsIn } from '../support/authors.ts'
import { lookedAt } from '../support/every.ts'
import { packOfOtherFacts } from '../support/facts.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { drawn } from '../support/press.ts'

/* While it is a demonstration no file says that the partnership or the police made it. */

const pack = packOfOtherFacts()
const looked = new Set(['en', ...lookedAt(pack.translations.map(({ language }) => language)).map(({ id }) => id)])
// Those that other tests draw to read them, so that none is drawn for its properties alone.
const all = outputsOfPack(pack).filter(({ format, language }) => format !== 'pdf' || looked.has(language))
const sizeOf = ({ data }: (typeof all)[number]): number => JSON.stringify(data).length
/** In `npm test` of each kind the one that says most, which facts.test.ts and pdf.test.ts draw too; in another language it is made by the same code. */
const outputs = process.env.WAYMARK_ALL
  ? all
  : [...Map.groupBy(all, ({ kind, format }) => `${kind} ${format}`).values()].flatMap((alike) =>
      alike.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1),
    )

test.each(outputs)('$file names nobody as its author but the program', async (output) => {
  expect(authorsIn(await drawn(output)).filter((author) => author !== 'Waymark' && !author.startsWith('Typst'))).toEqual([])
})

test('an author is seen in properties, in a manifest, in a picture and in a package in a package', async () => {
  const core = coreXml({ title: 'T', subject: 'S', author: 'The police', language: 'en', version: '', date: '2026-11-24' })
  const office = zipSync({
    'docProps/core.xml': Buffer.from(core),
    'docProps/app.xml': Buffer.from('<Properties><Company>The county</Company></Properties>'),
  })
  expect(authorsIn(office)).toEqual(['The police', 'The county'])
  expect(authorsIn(zipSync({ 'a.docx': office }))).toEqual(['The police', 'The county'])
  expect(authorsIn(zipSync({ 'imsmanifest.xml': Buffer.from('<lom><entity>BEGIN:VCARD ORG:Police</entity></lom>') }))).toHaveLength(1)
  expect(authorsIn(Buffer.from('%PDF-1.7\n<< /Author (The police) >>'))).toEqual(['The police'])
  const picture = sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
  expect(authorsIn(await picture.clone().png().toBuffer())).toEqual([])
  expect(
    authorsIn(
      await picture
        .withExif({ IFD0: { Artist: 'The police' } })
        .png()
        .toBuffer(),
    ).join(),
  ).toContain('The police')
})
