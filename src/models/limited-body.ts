/** A response's body as text, of at most `bytes`; `cut` says that there was more. */
export const readLimited = async (
  response: Response,
  bytes: number,
): Promise<{ readonly text: string; readonly cut: boolean }> => {
  const decoder = new TextDecoder()
  let [text, left] = ['', bytes]
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true })
    left -= chunk.length
    // Leaving the loop cancels the stream.
    if (left < 0) return { text, cut: true }
  }
  return { text: text + decoder.decode(), cut: false }
}

/**
 * The lines of a body while it arrives, at most `bytes` of it and `lineBytes` a line; a longer line comes as null.
 * `onCut` is called where the body was longer.
 */
export async function* readLines(
  response: Response,
  { bytes, lineBytes, onCut }: { readonly bytes: number; readonly lineBytes: number; readonly onCut: () => void },
): AsyncGenerator<string | null> {
  const decoder = new TextDecoder()
  let [line, left, tooLong] = ['', bytes, false]
  for await (const chunk of response.body ?? []) {
    const [first = '', ...later] = decoder.decode(chunk.subarray(0, Math.max(0, left)), { stream: true }).split('\n')
    let piece = first
    for (const next of later) {
      yield tooLong ? null : line + piece
      ;[line, tooLong, piece] = ['', false, next]
    }
    tooLong ||= line.length + piece.length > lineBytes
    line = tooLong ? '' : line + piece
    left -= chunk.length
    if (left >= 0) continue
    onCut()
    return
  }
  const rest = line + decoder.decode()
  if (tooLong || rest !== '') yield tooLong ? null : rest
}
