import type { Protected } from '../../../domain/register/disclosure/protect.ts'
import type { Parts } from '../../parts.ts'
import type { Counted } from './counted.ts'

/** The figures that would be released, and what is hidden in them: outside of any transaction, for it takes seconds. */
export const drawUp = ({ protect }: Pick<Parts, 'protect'>, { cells, axes, earlier }: Counted): Promise<Protected> =>
  protect(cells, axes, earlier)
