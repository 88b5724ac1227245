import { aroundSchema, rightsTopicSchema, unreadSchema } from '../../domain/rights/topic.ts'
import { listFile } from './descriptor.ts'

/** The words by which sentences about rights are found (content/rights.ts). */
export const rights = listFile({
  file: 'rights.yaml',
  printed: false,
  lists: {
    rightsTopics: { key: 'topics', schema: rightsTopicSchema },
    rightsAround: { key: 'around', schema: aroundSchema },
    rightsUnread: { key: 'unread', schema: unreadSchema },
  },
})
