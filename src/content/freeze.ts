/** Freezes a value and all within it, the values of maps too. */
export const freeze = <T>(value: T): T => {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of value instanceof Map ? value.values() : Object.values(value)) freeze(inner)
  }
  return value
}
