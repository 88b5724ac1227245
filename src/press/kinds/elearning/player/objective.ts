/** Elements of the entry of `cmi.objectives` that says what was learnt, in the order in which a learning system takes them. */
export type Objective = readonly (readonly [element: string, value: string])[]

/**
 * Tells a learning system which tier and version of the course its result is of, as an objective of that name: a report or an export of the
 * system then says it. Where it keeps none (SCORM 1.2 leaves that to it), nothing is told.
 */
export const tellObjective = (
  learnt: string,
  objective: Objective,
  get: (name: string) => string,
  set: (name: string, value: string) => unknown,
): void => {
  const known = get('cmi.objectives._children').split(',')
  if (!known.includes('id')) return
  const count = Number(get('cmi.objectives._count')) || 0
  const ids = Array.from({ length: Math.min(count, 100) }, (_, n) => get(`cmi.objectives.${n}.id`))
  const there = ids.indexOf(learnt)
  const at = there < 0 ? count : there
  if (there < 0) set(`cmi.objectives.${at}.id`, learnt)
  for (const [element, value] of objective) if (known.includes(element.split('.')[0] ?? '')) set(`cmi.objectives.${at}.${element}`, value)
}
