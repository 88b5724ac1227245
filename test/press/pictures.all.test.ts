import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { contrast } from '../../src/domain/brand/colour.ts'
import type { Palette } from '../../src/domain/brand/palette.ts'
import type { CampaignData } from '../../src/press/kinds/campaign/data.ts'
import layout from '../../src/press/kinds/campaign/layout.typ' with { type: 'text' }
import type { Drawn } from '../../src/press/kinds/campaign/pictures.ts'
import { sceneOf } from '../../src/press/kinds/campaign/scene.ts'
import { pressFonts } from '../../src/press/run/fonts.ts'
import { compilerFor } from '../../src/press/shared/paper/typesetter.ts'
import { outputsOfKind } from '../support/outputs.ts'
import { boxFaults, glyphFaults, groundOf, type PaintedPage, paintedOf } from '../support/pdf-painted.ts'
import { realPack } from '../support/real-pack.ts'

/* The words of a campaign picture, set as they are set on it but as a PDF, so that each can be read with its place and its colour. */

const fonts = pressFonts()
const pictures = outputsOfKind(realPack(), 'campaign').flatMap(({ data }) => (data as CampaignData).pictures)

const wordsOf = async (picture: Drawn): Promise<PaintedPage[]> =>
  paintedOf(compilerFor(fonts).pdf({ mainFileContent: layout, inputs: { data: JSON.stringify({ ...picture, drawing: null }) } }, {}))

/** Texts that stand out too little from a board behind them or, where there is none, from any colour of the scene in their box. */
const paleOn = (pages: readonly PaintedPage[], { frame, colours, drawing }: Drawn): string[] => {
  const scene = new Resvg(sceneOf(frame, colours as Palette, drawing, '<svg/>'), { font: { loadSystemFonts: false } }).render()
  const { width, pixels } = scene
  return pages.flatMap((page) =>
    page.painted.flatMap((one, at) => {
      if (one.kind !== 'text' || !/[\p{L}\p{N}]/u.test(one.text)) return []
      const board = groundOf(page.painted, at)
      const behind = new Set<string>(board ? [board] : [])
      if (!board)
        for (let y = Math.floor(page.height - one.top); y < page.height - one.bottom; y += 1)
          for (let x = Math.floor(one.left); x < one.right; x += 1)
            behind.add(`#${pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex')}`)
      const least = Math.min(...[...behind].map((ground) => contrast(one.ink, ground)))
      return least >= 4.5 ? [] : [`"${one.text}": ${least.toFixed(2)} to 1`]
    }),
  )
}

test('every word of every campaign picture has its letters, stands in its place and can be read', async () => {
  expect(pictures.length).toBeGreaterThan(10)
  const faults: string[] = []
  // Campaigns have the same frames: in `npm test` every second picture.
  for (const picture of pictures.filter((_, index) => process.env.WAYMARK_ALL || index % 2 === 0)) {
    const pages = await wordsOf(picture)
    const { width, height } = picture.frame
    const outside = pages.flatMap(({ painted }) =>
      painted.flatMap((one) =>
        one.kind === 'text' && (one.left < 0 || one.right > width || one.bottom < 0 || one.top > height)
          ? [`"${one.text}" leaves the picture`]
          : [],
      ),
    )
    const found = [
      ...glyphFaults(pages, /^(?:AtkinsonHyperlegibleNext|NotoSans)-(?:Regular|Bold)$/),
      ...boxFaults(pages),
      ...outside,
      ...paleOn(pages, picture),
    ]
    faults.push(...found.map((fault) => `${picture.file}: ${fault}`))
  }
  expect(faults).toEqual([])
})

test('pale words on the sky, and on a board, are seen', async () => {
  const [picture] = pictures
  if (!picture) throw new Error('no picture')
  const pale = (role: string, value: string) => ({ ...picture, colours: { ...picture.colours, [role]: value } })
  const said = async (one: Drawn) => paleOn(await wordsOf(one), one)
  expect((await said(pale('ink', '#9fb5ac'))).length).toBeGreaterThan(0)
  expect((await said(pale('deep', '#9fb5ac'))).some((fault) => fault.includes(picture.day.slice(0, 5)))).toBe(true)
})
