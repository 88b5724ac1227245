/** Something asked for in the background, again and again: whoever makes a page never waits for it. */
export type Looking<Value> = {
  /** As it was when it was last asked for; null while there is no answer. */
  last(): Value | null
  /** Asks now. */
  look(): Promise<void>
  stop(): void
}

export const looking = <Value>(ask: () => Promise<Value | null>, ms: number): Looking<Value> => {
  let last: Value | null = null
  let asking: Promise<void> | null = null
  const once = async (): Promise<void> => {
    // An answer that we do not understand is none.
    last = await ask().catch(() => null)
    asking = null
  }
  const look = (): Promise<void> => {
    asking ??= once()
    return asking
  }
  const timer = setInterval(() => void look(), ms).unref()
  return { last: () => last, look, stop: () => clearInterval(timer) }
}
