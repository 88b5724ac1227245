/** An instant as the database's driver takes it, and back. */
export const at = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
export const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime())
