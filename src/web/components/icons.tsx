/** Handset, filled; always beside words. */
export const Handset = () => (
  <svg class="ring" width="26" height="26" viewBox="0 0 24 24" aria-hidden="true">
    <path
      fill="currentColor"
      d="M5.5 2.5C3 5 3.5 10.500 8.500 15.500s10.500 5.500 13 3l1-2.500-5-3.500-2.500 1.500c-2-.5-5-4-5.500-5.500L11.500 6 8 1.500z"
    />
  </svg>
)

/** A door with an arrow out of it; mirrors right to left. */
export const WayOut = () => (
  <svg
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="2.2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d="M8 3H3v14h5M8 10h9M13.500 6l4 4-4 4" />
  </svg>
)

/** A globe: languages. Beside words, of which not everybody can read one. */
export const Globe = () => (
  <svg width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
    <circle cx="12" cy="12" r="9.500" />
    <path d="M2.500 12h19M12 2.500c-6.500 6-6.500 13 0 19 6.500-6 6.500-13 0-19z" />
  </svg>
)

/** The mark: one finger on a post, in a disc. It does not mirror. */
export const Mark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
    <circle cx="32" cy="32" r="32" fill="var(--deep)" />
    <path fill="var(--paper)" d="M29 11h6v52h-6z" />
    <path fill="var(--sun)" d="M17 19h24l11 9-11 9H17z" />
  </svg>
)
