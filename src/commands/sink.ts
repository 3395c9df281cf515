/** Where text goes; a terminal also has a width, which changes when its window does. */
export interface Sink {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}
