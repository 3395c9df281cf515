import { createHash } from 'node:crypto'
import type { ModelRequest } from './model.ts'

/** Names a prompt by all that shapes its answer; a video stands behind the rest, so that what was asked without one keeps its name. */
export const promptSha256 = ({ model, system, prompt, answer, video }: ModelRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([model, system, prompt, answer.name, answer.schema, ...(video === undefined ? [] : [video.uri])]))
    .digest('hex')
