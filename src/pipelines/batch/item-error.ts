import type { BatchEnd } from '../../domain/work.ts'

export interface ItemError {
  /** A code of gRPC (google.rpc.Code); null where the provider told none. */
  readonly code: number | null
  readonly message: string
}

/** INVALID_ARGUMENT, NOT_FOUND, PERMISSION_DENIED: what is wrong lies in the item. */
const ownFault: ReadonlySet<number> = new Set([3, 5, 7])
/** CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE, UNAUTHENTICATED: whatever the words say. */
const passing: ReadonlySet<number> = new Set([1, 4, 8, 10, 13, 14, 16])
const aboutVideo = /video|youtube|file_?(?:data\.)?uri/i

/**
 * Whether batch refused an item for its video, so that only a direct call can help. In a job that failed as a whole the code says
 * nothing about the item (its model may be unknown); there the words must name the video.
 */
export const isVideoRefusal = ({ code, message }: ItemError, end: BatchEnd): boolean => {
  if (code !== null && passing.has(code)) return false
  if (end === 'expired' || end === 'cancelled') return false
  return aboutVideo.test(message) || (end !== 'failed' && code !== null && ownFault.has(code))
}
