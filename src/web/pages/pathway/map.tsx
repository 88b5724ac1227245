import type { Condition } from '../../../domain/flow/condition.ts'
import type { Question } from '../../../domain/flow/flow.ts'
import type { PageParts } from '../../layout/shell.tsx'
import { NamedFile } from '../../parts/file-link.tsx'
import type { Moment, Site } from '../../site.ts'
import { Masthead } from '../intro.tsx'
import { pathwayAddress, pathwayOf } from './frame.tsx'

/** The pathway at a glance: a drawing for wide screens, and all that it says as text. A site of files has no steps: there it stands at /pathway too. */
export const pathwayMap = (moment: Moment, path = `${pathwayAddress}/map`): PageParts => {
  const { site } = moment
  const { say } = site
  const { flow } = pathwayOf(site)
  return {
    title: say('pathway.map'),
    harmless: true,
    description: say('pathway.map-description'),
    path,
    exit: true,
    rest: true,
    sheet: 'beside',
    body: (
      <>
        <Masthead site={site} title={say('pathway.map')} lead={say('pathway.map-description')} />
        <div class="wrap body stack">
          {site.still ? null : (
            <p>
              <a href={pathwayAddress}>{say('pathway.start')}</a>
            </p>
          )}
          <Drawing site={site} />
          <ul class="list screen">
            <li>
              <NamedFile moment={moment} file="flowchart-adult.pdf">
                {say('pathway.sheet-adult')}
              </NamedFile>
            </li>
            <li>
              <NamedFile moment={moment} file="flowchart-child.pdf">
                {say('pathway.sheet-child')}
              </NamedFile>
            </li>
          </ul>
          <section aria-labelledby="in-words">
            <h2 id="in-words">{say('pathway.map-words')}</h2>
            <ol class="map">
              {flow.questions.map((question) => (
                <li id={question.id}>
                  <QuestionWays site={site} question={question} />
                </li>
              ))}
            </ol>
          </section>
          <section class="outcomes" aria-labelledby="what-follows">
            <h2 id="what-follows">{say('pathway.map-outcomes')}</h2>
            {flow.outcomes.map(({ id }) => (
              <OutcomeActions site={site} id={id} />
            ))}
          </section>
        </div>
      </>
    ),
  }
}

const titleOf = (site: Site, id: string): string => {
  const { words } = pathwayOf(site)
  return words.questions.get(id)?.title ?? words.outcomes.get(id)?.title ?? id
}

/** A condition as its answers are called; the question is named where it is another one. */
const whenWords = (site: Site, condition: Condition, asking: Question): string => {
  if (!('answer' in condition)) return ''
  const { flow, words } = pathwayOf(site)
  const options = 'is' in condition ? [condition.is] : 'one_of' in condition && typeof condition.one_of !== 'string' ? condition.one_of : []
  const labels = options
    .map((option) => words.entries.get(condition.answer)?.options?.[option] ?? option)
    .join(` ${site.say('pathway.or')} `)
  const own = asking.entries.some(({ id }) => id === condition.answer)
  const question = flow.questions.find(({ entries }) => entries.some(({ id }) => id === condition.answer))
  return own ? labels : `${titleOf(site, question?.id ?? '')} ${labels}`
}

const QuestionWays = ({ site, question }: { site: Site; question: Question }) => {
  const { say } = site
  return (
    <>
      <b>{titleOf(site, question.id)}</b>
      {question.ask_if ? <p>{say('pathway.map-asked', { when: whenWords(site, question.ask_if, question) })}</p> : null}
      <ul class="prose-list">
        {question.go.map(({ if: when, to }) => (
          <li>
            {when ? whenWords(site, when, question) : say(question.go.length > 1 ? 'pathway.otherwise' : 'pathway.always')}:{' '}
            {titleOf(site, to)}
          </li>
        ))}
      </ul>
    </>
  )
}

const OutcomeActions = ({ site, id }: { site: Site; id: string }) => {
  const { flow, words } = pathwayOf(site)
  const actions = flow.actions.filter(({ on }) => on.includes(id))
  return (
    <section class="flow" aria-labelledby={id}>
      <h3 id={id}>{titleOf(site, id)}</h3>
      <ul class="prose-list">
        {actions.map(({ id: action, when }) => (
          <li>
            {words.actions.get(action)?.title}
            {when ? ` (${site.say('pathway.map-where')})` : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}

// ------------------------------------------------------------------ the drawing

const step = 118
const box = { x: 20, width: 330, height: 78 }
const end = { x: 470, width: 310, height: 62 }

/**
 * Questions down the left, outcomes down the right, as a picture with the brand's colours in it. It says nothing that the text does not, so
 * who hears the page is told nothing of it.
 */
const Drawing = ({ site }: { site: Site }) => (
  <img
    class="map-drawing screen"
    alt=""
    width="800"
    height={heightOf(site)}
    src={`data:image/svg+xml,${encodeURIComponent(String(<Svg site={site} />))}`}
  />
)

const heightOf = (site: Site): number => 20 + pathwayOf(site).flow.questions.length * step

const Svg = ({ site }: { site: Site }) => {
  const { palette } = site
  const { flow } = pathwayOf(site)
  const yOf = new Map(flow.questions.map(({ id }, row) => [id, 20 + row * step]))
  // The first outcome stands beside the first question; the others share what is left.
  const below = flow.outcomes.slice(1)
  const outcomeY = new Map(
    flow.outcomes.map(({ id }, row) => [
      id,
      row === 0 ? 28 : 28 + row * ((step * (flow.questions.length - 1)) / Math.max(1, below.length)),
    ]),
  )
  const way = { fill: 'none', stroke: palette.muted, 'stroke-width': 2 }
  const edge = { stroke: palette.deep, 'stroke-width': 2 }
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 800 ${heightOf(site)}`}>
      <rect width="800" height={heightOf(site)} fill={palette.paper} />
      {flow.questions.flatMap((question, row) =>
        question.go.map(({ to }) => {
          const [from, target] = [yOf.get(question.id) ?? 0, yOf.get(to)]
          if (target !== undefined) return <path {...way} d={`M${box.x + 40} ${from + box.height}V${target}`} />
          const y = (outcomeY.get(to) ?? 0) + end.height / 2
          const lane = 380 + row * 10
          return <path {...way} d={`M${box.x + box.width} ${from + box.height / 2}H${lane}V${y}H${end.x}`} />
        }),
      )}
      {flow.questions.map(({ id, ask_if }, row) => (
        <g>
          <rect
            {...edge}
            fill={palette.paper}
            stroke-dasharray={ask_if ? '7 5' : undefined}
            x={box.x}
            y={yOf.get(id)}
            width={box.width}
            height={box.height}
            rx="8"
          />
          <Lines ink={palette.ink} text={`${row + 1}. ${titleOf(site, id)}`} x={box.x + 14} y={(yOf.get(id) ?? 0) + 32} letters={36} />
        </g>
      ))}
      {flow.outcomes.map(({ id }) => (
        <g>
          <rect {...edge} fill={palette.sky} x={end.x} y={outcomeY.get(id)} width={end.width} height={end.height} rx="8" />
          <Lines ink={palette.ink} text={titleOf(site, id)} x={end.x + 14} y={(outcomeY.get(id) ?? 0) + 26} letters={33} />
        </g>
      ))}
    </svg>
  )
}

/** Text in lines of at most so many letters: SVG breaks none by itself. */
const Lines = ({ text, x, y, letters, ink }: { text: string; x: number; y: number; letters: number; ink: string }) => {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last && last.length + word.length >= letters) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  return (
    <text x={x} y={y} fill={ink} font-family="sans-serif" font-size="17" font-weight="600">
      {lines.map((line, row) => (
        <tspan x={x} dy={row ? 22 : 0}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
