import type { Rules } from '../flow/rule.ts'
import { mayRefer } from './may-refer.ts'
import { officialRoute } from './official-route.ts'

/** Every rule that a flow may name. */
export const rules: Rules = { 'may-refer': mayRefer, 'official-route': officialRoute }
