import { searchWordsSchema } from '../../domain/search/words.ts'
import { listFile } from './descriptor.ts'

const words = <const Of extends string>(key: string, of: Of) => ({ key, schema: searchWordsSchema, references: { id: of } })

/** Words that lead to a page although it may not have them. */
export const search = listFile({
  file: 'search.yaml',
  printed: false,
  lists: {
    searchPages: words('pages', 'page'),
    searchSectors: words('sectors', 'sector'),
    searchTypes: words('types', 'exploitation type'),
    searchServices: words('services', 'service'),
    searchReport: words('report', 'way to report'),
    searchSupport: words('support', 'kind of support'),
    searchCampaigns: words('campaigns', 'campaign day'),
    searchLanguages: words('languages', 'language'),
    searchFirst: words('first', 'page'),
    searchUrgent: { key: 'urgent', schema: searchWordsSchema },
    searchIgnore: { key: 'ignore', schema: searchWordsSchema },
  },
})
