import {
  actionSchema,
  givenSchema,
  invariantSchema,
  leavingSchema,
  outcomeSchema,
  questionSchema,
  setSchema,
} from '../../domain/flow/flow.ts'
import {
  actionWordsSchema,
  entryWordsSchema,
  outcomeWordsSchema,
  questionWordsSchema,
  ruleWordsSchema,
  sectionWordsSchema,
  setWordsSchema,
} from '../../domain/flow/words.ts'
import type { ListPart } from './descriptor.ts'

/** Lists of `flows/<flow>.yaml`, each under its own key. */
export const flowParts = {
  givens: { key: 'givens', schema: givenSchema },
  sets: { key: 'sets', schema: setSchema },
  questions: { key: 'questions', schema: questionSchema },
  outcomes: { key: 'outcomes', schema: outcomeSchema },
  actions: {
    key: 'actions',
    schema: actionSchema,
    references: {
      services: { to: 'service', words: true },
      'variants.*.services': { to: 'service', words: true },
      body: 'body',
    },
  },
  leaving: { key: 'leaving', schema: leavingSchema, references: { services: { to: 'service', words: true } } },
  invariants: { key: 'invariants', schema: invariantSchema },
} as const satisfies Record<string, ListPart>

/** Lists of `words/en/flows/<flow>.yaml`. */
export const flowWordParts = {
  questions: { key: 'questions', schema: questionWordsSchema },
  entries: { key: 'entries', schema: entryWordsSchema },
  outcomes: { key: 'outcomes', schema: outcomeWordsSchema },
  actions: { key: 'actions', schema: actionWordsSchema },
  sections: { key: 'sections', schema: sectionWordsSchema },
  sets: { key: 'sets', schema: setWordsSchema },
  rules: { key: 'rules', schema: ruleWordsSchema },
} as const satisfies Record<string, ListPart>
