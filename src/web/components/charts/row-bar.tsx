/**
 * A bar in the row of a table that has its figure: the chart is its table. `share` from 0 to 1 of a whole; null: the figure is not shown, and the bar is
 * hatched and full, so that its length says nothing. `said`: the same in words beside it; where the bar is hatched they are for whoever hears the page.
 */
export const RowBar = ({ share, said }: { share: number | null; said: string }) =>
  share === null ? (
    <span class="row-bar hatched">
      <span class="govuk-visually-hidden">{said}</span>
    </span>
  ) : (
    <span class="row-said">
      <svg class="row-bar" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
        <rect class="c-base" y="2" width="100" height="12" />
        <rect class="c-1" y="2" width={Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10} height="12" />
      </svg>
      {said}
    </span>
  )
