import { reference } from '../../../../domain/concerns/concern.ts'
import type { Given, Side } from '../../../../domain/concerns/redaction.ts'
import { longDate } from '../../../../format/when.ts'
import type { Member } from '../../context/page.ts'
import type { GivenConcern } from './access.tsx'
import { townName } from './words.ts'

const sides: readonly { side: Side; heading: 'access.doc-you' | 'access.doc-us' | 'access.doc-inside' }[] = [
  { side: 'theirs', heading: 'access.doc-you' },
  { side: 'to-them', heading: 'access.doc-us' },
  { side: 'inside', heading: 'access.doc-inside' },
]

/** What they get, on the page that shows it before and in the file. */
export const GivenText = ({ member, given }: { member: Member; given: readonly GivenConcern[] }) => {
  const { t } = member
  return (
    <>
      {given.map((concern) => (
        <section class="flow">
          <h2>{t('access.doc-concern', { reference: reference(concern.number), day: longDate(dayIn(member, concern.received)) })}</h2>
          <h3>{t('access.doc-plain')}</h3>
          <dl class="pairs">
            {plainFacts(member, concern).map(([label, value]) => (
              <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {sides.map(({ side, heading }) => {
            const pieces = concern.pieces.filter((piece) => piece.side === side)
            return pieces.length ? (
              <section class="flow">
                <h3>{t(heading)}</h3>
                {pieces.map((piece) => (
                  <OnePiece member={member} piece={piece} />
                ))}
              </section>
            ) : null
          })}
        </section>
      ))}
      <p>{t('access.doc-rights')}</p>
    </>
  )
}

const dayIn = ({ local }: Member, at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(local.timeZoneId).toPlainDate()

const plainFacts = ({ t, desk }: Member, { plainly: { town, sector, partners, pictures } }: GivenConcern): [string, string][] => [
  ...(town ? [[t('access.doc-town'), townName({ desk }, town)] as [string, string]] : []),
  ...(sector
    ? [[t('access.doc-sector'), desk.locale.pack.sectors.find(({ id }) => id === sector)?.name ?? sector] as [string, string]]
    : []),
  ...(pictures ? [[t('access.doc-pictures'), String(pictures)] as [string, string]] : []),
  [t('access.doc-partners'), partners.length ? partners.join(', ') : t('access.doc-partners-none')],
]

const OnePiece = ({ member, piece: { kind, asked, at, parts } }: { member: Member; piece: Given }) => (
  <div>
    {kind || asked ? <p class="small">{kind ? member.t(`access.kind-${kind}`) : asked}</p> : null}
    {at ? <p class="small">{longDate(dayIn(member, at))}</p> : null}
    <p dir="auto">
      {parts.map((part, number) => (part === null ? <Out member={member} next={parts[number + 1]} /> : <Lines text={part} />))}
    </p>
  </div>
)

/** A sentence takes the space after it along when it goes. */
const Out = ({ member, next }: { member: Member; next: string | null | undefined }) => (
  <>
    <b>[{member.t('access.out')}]</b>
    {next && /^[\p{L}\p{N}]/u.test(next) ? ' ' : null}
  </>
)

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      <>
        {at ? <br /> : null}
        {line}
      </>
    ))}
  </>
)

/** The file is opened where there is no style sheet of ours. */
const style =
  'body{font:1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}.small{font-size:.875rem;margin-bottom:0}dt{font-weight:bold}dd{margin:0 0 .5rem}'

/** A page by itself, with nothing in it that asks another address. */
export const documentOf = (member: Member, given: readonly GivenConcern[]): string => {
  const { t, desk, local } = member
  const title = t('access.doc-title', { partnership: desk.locale.pack.partnership.name })
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>{t('access.doc-made', { day: longDate(local.toPlainDate()) })}</p>
        <GivenText member={member} given={given} />
      </body>
    </html>
  )
  return `<!doctype html>${String(page)}`
}
