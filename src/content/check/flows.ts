import { type FlowFault, routeFaults } from '../../domain/flow/faults.ts'
import type { Flow } from '../../domain/flow/flow.ts'
import type { Finding } from '../finding.ts'
import { anyDay, faultFinding } from '../flow-findings.ts'
import type { Whole } from '../load.ts'

/** Every flow walked along every route: what no route meets, and what breaks an invariant of the flow. */
export const flowRouteFindings = ({ pack, lists }: Whole): Finding[] =>
  lists.flows.flatMap((flow) => {
    const whole = pack.flows.get(flow.id)
    return whole ? proved(whole.flow).map((fault) => faultFinding(flow, fault)) : []
  })

/** The last proofs, by all that a flow says: a check takes most of its time here, and of two packs that differ elsewhere it is the same. */
const proofs = new Map<string, readonly FlowFault[]>()
const kept = 8

const proved = (flow: Flow): readonly FlowFault[] => {
  const key = JSON.stringify(flow, (_name, value) => (value instanceof Map ? [...value] : value))
  const faults = proofs.get(key) ?? routeFaults(flow, anyDay)
  proofs.delete(key)
  proofs.set(key, faults)
  for (const old of [...proofs.keys()].slice(0, -kept)) proofs.delete(old)
  return faults
}
