/** A file of a delivery; `pairs` is how many it brings for review (0 for files that only go with another). */
export interface DeliveredFile {
  readonly path: string
  readonly text: string
  readonly pairs: number
}
