import { routeFaults } from '../../domain/flow/faults.ts'
import type { Finding } from '../finding.ts'
import { anyDay, faultFinding } from '../flow-findings.ts'
import type { Whole } from '../load.ts'

/** Every flow walked along every route: what no route meets, and what breaks an invariant of the flow. */
export const flowRouteFindings = ({ pack, lists }: Whole): Finding[] =>
  lists.flows.flatMap((flow) => {
    const whole = pack.flows.get(flow.id)
    return whole ? routeFaults(whole.flow, anyDay).map((fault) => faultFinding(flow, fault)) : []
  })
