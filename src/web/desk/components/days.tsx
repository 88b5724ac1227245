import type { Child } from 'hono/jsx'

export type DayLine = {
  /** From when to when. */
  when: string
  who: Child
  /** Has the person agreed? */
  state?: Child
  acts?: Child
  /** It is of whoever looks. */
  mine?: boolean | undefined
}

export type Day = { heading: string; lines: readonly DayLine[]; today?: boolean | undefined }

/** What is on each day, in order: a list to read down on a phone, three columns where there is room. */
export const Days = ({ days }: { days: readonly Day[] }) => (
  <ol class="days">
    {days.map(({ heading, lines, today }) => (
      <li aria-current={today ? 'date' : undefined}>
        <h3>{heading}</h3>
        <ul>
          {lines.map(({ when, who, state, acts, mine }) => (
            <li class={mine ? 'mine' : undefined}>
              <span class="when">{when}</span>
              <span class="who">{who}</span>
              {state || acts ? (
                <div class="actions">
                  {state}
                  {acts}
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ol>
)
