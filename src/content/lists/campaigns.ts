import { campaignDaySchema, campaignEventSchema } from '../../domain/campaigns/campaign.ts'
import { networkSchema, pictureSchema } from '../../domain/campaigns/network.ts'
import { listFile } from './descriptor.ts'

/** Campaign days, and what was done on them. */
export const campaigns = listFile({
  file: 'campaigns.yaml',
  lists: {
    campaignDays: {
      key: 'days',
      schema: campaignDaySchema,
      of: 'campaign day',
      references: {
        drawing: 'drawing',
        'messages.*.card.drawing': 'drawing',
        'messages.*.card.ring': 'phone',
        'messages.*.figures': 'figure',
      },
    },
    campaignHistory: { key: 'history', schema: campaignEventSchema, references: { day: 'campaign day' } },
  },
})

/** Where messages of a campaign are posted, and the sizes of pictures for that. */
export const networks = listFile({
  file: 'networks.yaml',
  printed: false,
  lists: {
    networks: { key: 'networks', schema: networkSchema, references: { pictures: 'picture' }, inPack: true },
    pictures: { key: 'pictures', schema: pictureSchema, of: 'picture', where: 'the pictures in this file', inPack: true },
  },
})
