/** Where text goes; a terminal also has a size, which changes when its window does. */
export interface Sink {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
  write(text: string): unknown
}
