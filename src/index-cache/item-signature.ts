import { createSigner, usualBands, type Signature } from '../dataset/near-search.ts'
import { hashOf } from '../dataset/shingles.ts'

/** The band after the last: a hash of the whole text, by which exact repetitions are found. */
export const exactBand = usualBands
export const keysPerItem = usualBands + 1

export interface ItemSignature {
  readonly signature: Signature
  /** One key a band, the exact one included. */
  readonly keys: Int32Array
}

/** Makes what is stored of a normalised question. */
export function createItemSigner(): (text: string) => ItemSignature {
  const sign = createSigner(usualBands)
  return text => {
    const signature = sign(text)
    const keys = new Int32Array(keysPerItem)
    keys.set(signature.keys)
    keys[exactBand] = hashOf(text, 0, text.length)
    return { signature, keys }
  }
}
