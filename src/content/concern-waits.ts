import type { Pack } from './pack.ts'

/** After so many days from its first reading, a professional who referred someone hears what happened. */
export const feedbackDays = ({ concernWaits }: Pick<Pack, 'concernWaits'>): number =>
  concernWaits.find(({ id }) => id === 'feedback')?.days ?? 10
