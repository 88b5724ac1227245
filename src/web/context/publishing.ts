import type { Pack } from '../../content/pack.ts'
import { draftSets } from '../../domain/languages/language.ts'
import type { Publishing, StaticSite } from './types.ts'

export type PublishingOptions = { origin: string; demonstration?: boolean; static?: StaticSite }

export const publishingOf = ({ partnership }: Pack, { origin, demonstration = false, ...options }: PublishingOptions): Publishing => ({
  origin,
  adopted: partnership.adopted !== null,
  drafts: demonstration ? draftSets : (partnership.publish_drafts ?? []),
  demonstration,
  static: options.static ?? null,
})
