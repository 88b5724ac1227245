import { cardDrawer } from '../card/draw.ts'
import type { Make, Tools } from '../kind.ts'
import { zip } from '../zip.ts'
import type { CampaignData } from './campaign.ts'

let kept: { fonts: Tools['fonts']; draw: ReturnType<typeof cardDrawer> } | undefined

/** Draws the card and packs it with the texts. */
export const make: Make<CampaignData> = async ({ data, date }, { fonts }) => {
  if (kept?.fonts !== fonts) kept = { fonts, draw: cardDrawer(fonts.map((font) => Buffer.from(font))) }
  return zip([['card-1200x630.png', await kept.draw(data.card)], ...data.texts], date)
}
