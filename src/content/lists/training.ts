import {
  designRuleSchema,
  equivalentSchema,
  evidenceSchema,
  outcomeSchema,
  outcomeSourceSchema,
  tierSchema,
  topicSchema,
} from '../../domain/training/outcomes.ts'
import { listFile, type References } from './descriptor.ts'

/** What a course must teach, and on what that rests. */
export const outcomes = listFile({
  file: 'training/outcomes.yaml',
  printed: false,
  lists: {
    outcomes: {
      key: 'outcomes',
      schema: outcomeSchema,
      of: 'outcome',
      references: { tier: 'tier', topic: 'topic', sources: 'outcome source', indicators: 'sign', services: 'service' },
    },
    outcomeSources: { key: 'sources', schema: outcomeSourceSchema, of: 'outcome source', where: 'the sources in this file' },
    outcomeTiers: { key: 'tiers', schema: tierSchema, of: 'tier', where: 'the tiers in training/outcomes.yaml' },
    equivalents: { key: 'equivalents', schema: equivalentSchema },
    topics: { key: 'topics', schema: topicSchema, of: 'topic', where: 'the topics in this file' },
    evidence: { key: 'evidence', schema: evidenceSchema, of: 'evidence', where: 'the evidence in this file' },
    designRules: { key: 'design_rules', schema: designRuleSchema, references: { because: 'evidence' } },
  },
})

/** What the head of a course and its parts name. Lanes of a pathway slide are read in content/training.ts: an outcome and a step are one id. */
export const courseReferences: References = { 'tiers.*.id': 'tier', 'releases.*.learn.*.part': 'part' }
export const partReferences: References = {
  drawing: 'drawing',
  'check.*.checks': 'outcome',
  'slides.*.teaches': 'outcome',
  'slides.*.drawing': 'drawing',
  'slides.*.tiles.*.drawing': 'drawing',
  'slides.*.tiles.*.kind': 'exploitation type',
  'slides.*.things.*.drawing': 'drawing',
  'slides.*.pictures.*.drawing': 'drawing',
  'slides.*.do.*.drawing': 'drawing',
  'slides.*.figure': 'figure',
  'slides.*.service': { to: 'service', words: true },
  'slides.*.kinds': 'exploitation type',
  'slides.*.signs': 'sign',
  'slides.*.checks': 'outcome',
  'slides.*.item': 'check question',
  'slides.*.rows.*.figure': 'figure',
  'slides.*.services': { to: 'service', words: true },
  'slides.*.first': 'way of the pathway',
  'slides.*.lanes.*.outcome': 'way of the pathway',
}
