/** A bar in the row of a table that has its figure: the chart is its table. `share` from 0 to 1; null: the figure is not shown, and the bar is hatched and full, so that its length says nothing. */
export const RowBar = ({ share }: { share: number | null }) =>
  share === null ? (
    <span class="row-bar hatched" />
  ) : (
    <svg class="row-bar" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <rect class="c-base" y="2" width="100" height="12" />
      <rect class="c-1" y="2" width={Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10} height="12" />
    </svg>
  )
