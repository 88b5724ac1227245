type Node<T> = { next: WeakMap<object, Node<T>>; made: Map<string, T> }

/**
 * Remembers what was made of the same objects, for as long as all of them live. Where a pack is read again with one file changed, the others
 * are the same objects, and only what rests on that file is made anew. One that is read once holds nothing for it.
 */
export const madeOnce = <T>(): ((of: readonly object[], how: string, make: () => T) => T) => {
  const empty = (): Node<T> => ({ next: new WeakMap(), made: new Map() })
  const root = empty()
  return (of, how, make) => {
    // Of nothing, nothing would ever end it.
    if (!of.length) return make()
    let node = root
    for (const one of of) {
      const next = node.next.get(one) ?? empty()
      node.next.set(one, next)
      node = next
    }
    const known = node.made.get(how)
    if (known !== undefined) return known
    const made = make()
    node.made.set(how, made)
    return made
  }
}
