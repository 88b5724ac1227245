import { isPastReview } from '../../domain/fact.ts'
import { placeOf } from '../collection.ts'
import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'

/**
 * What a partnership answers for when it takes a pack as its own: that it is one of its partners who says so, and that the lines for danger,
 * for children and for adults at risk have been looked at. A fact past its review is a warning elsewhere; of these it is an error.
 */
export const adoptedFindings = (loaded: Whole, today: Temporal.PlainDate): Finding[] => {
  const { pack, lists, files } = loaded
  const { adopted, made_up } = pack.partnership
  const head = files.yaml('partnership.yaml').sources.at(-1)
  if (!adopted || !head) return []
  const complain = (at: { file: string; line: number }, found: string, instead: string): Finding => ({
    severity: 'error',
    rule: 'adopted',
    ...at,
    found,
    instead,
  })
  const partner = pack.partners.find(({ id }) => id === adopted.organisation)
  const ended = partner?.valid_to !== undefined && partner.valid_to < adopted.date
  const organisation =
    partner && (partner.membership === 'unknown' || ended)
      ? [
          complain(
            { file: head.file, line: head.line(['adopted', 'organisation']) },
            ended
              ? `${partner.id} stopped being a partner on ${partner.valid_to}, before the pack was adopted`
              : `${partner.id} might not be a partner, because its membership is unknown`,
            'Name a partner, or find a source and set its `membership` in partners.yaml.',
          ),
        ]
      : []
  return [
    ...(made_up
      ? [
          complain(
            { file: head.file, line: head.line(['adopted']) },
            'the pack is made up, so nobody can adopt it',
            'Write `adopted: null`. If the county and its facts are real, remove `made_up`.',
          ),
        ]
      : []),
    ...organisation,
    ...vitalServices(pack).flatMap((id): Finding[] => {
      const service = pack.services.find((one) => one.id === id)
      if (!service || !isPastReview(service.review, today)) return []
      return [
        complain(
          placeOf(lists.services.origins(id), ['review']),
          `the pack is adopted, but ${id} should have been checked again by ${service.review}`,
          'Ask the service, then update `checked` and `review`. Until someone has done that, write `adopted: null`.',
        ),
      ]
    }),
  ]
}

/** Lines whose fault hurts at once: for danger, for a child, and for an adult who cannot protect themselves. */
const vitalServices = ({ services, tellAboutChild, roles }: Whole['pack']): string[] => {
  const { emergency, emergency_relay, emergency_sms, children, adults } = roles
  const vital = new Set([emergency, emergency_relay, emergency_sms, ...tellAboutChild, ...children, ...adults])
  return services.filter(({ id }) => vital.has(id)).map(({ id }) => id)
}
