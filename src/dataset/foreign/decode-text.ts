export type Decoded = { readonly type: 'text'; readonly text: string } | { readonly type: 'unknown'; readonly reason: string }

interface Encoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** Bytes of its byte-order mark. */
  readonly mark: number
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)

/** Bytes by whose zeros UTF-16 without a mark is told: every other one is zero where the text begins in Latin letters. */
const looked = 256

const zerosAt = (bytes: Uint8Array, parity: 0 | 1): number =>
  bytes.subarray(0, looked).reduce((zeros, byte, at) => (at % 2 === parity && byte === 0 ? zeros + 1 : zeros), 0)

function guess(bytes: Uint8Array): Encoding {
  const half = Math.min(bytes.length, looked) / 2
  const [even, odd] = [zerosAt(bytes, 0), zerosAt(bytes, 1)]
  if (odd > half * 0.4 && even < half * 0.1) return { label: 'utf-16le', mark: 0 }
  if (even > half * 0.4 && odd < half * 0.1) return { label: 'utf-16be', mark: 0 }
  return { label: 'utf-8', mark: 0 }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { label: 'utf-8', mark: 3 }
  if (startsWith(bytes, [0xff, 0xfe])) return { label: 'utf-16le', mark: 2 }
  if (startsWith(bytes, [0xfe, 0xff])) return { label: 'utf-16be', mark: 2 }
  return guess(bytes)
}

/** Text in UTF-8 or UTF-16, by its byte-order mark or by its zeros; anything else is told, not guessed. */
export function decodeText(bytes: Uint8Array): Decoded {
  const { label, mark } = encodingOf(bytes)
  try {
    // Each file begins in its own way, so the mark is cut off here and a second one stays visible.
    return { type: 'text', text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark)) }
  } catch {
    return { type: 'unknown', reason: `Expected text in UTF-8 or UTF-16, found bytes that are not ${label.toUpperCase()}` }
  }
}
