import { isInert } from '../../dataset/gate-injection.ts'
import type { UnitState } from './progress.ts'

/** The video's title, once a model has told one that aims at nobody but a reader; its id before. */
export const unitName = ({ title, videoId }: UnitState): string => (title !== '' && isInert(title) ? title : videoId)
