/** Texts by key, the least recently used given up first. */
export interface ByteCache {
  get(key: string): string | undefined
  set(key: string, text: string): void
}

/** Keeps at most `maxBytes`, counted as two bytes a UTF-16 unit, which is the most that V8 takes. */
export const createByteCache = (maxBytes: number): ByteCache => {
  const texts = new Map<string, string>()
  let bytes = 0
  const remove = (key: string): void => {
    bytes -= 2 * (texts.get(key)?.length ?? 0)
    texts.delete(key)
  }
  return {
    get: key => {
      const text = texts.get(key)
      if (text === undefined) return undefined
      texts.delete(key)
      texts.set(key, text)
      return text
    },
    set: (key, text) => {
      remove(key)
      texts.set(key, text)
      bytes += 2 * text.length
      for (const oldest of texts.keys()) {
        if (bytes <= maxBytes || oldest === key) break
        remove(oldest)
      }
    },
  }
}
