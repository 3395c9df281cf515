export const nodeId = (type: string, id: number): string => Buffer.from(`0:${type}${id}`).toString('base64').replace(/=+$/, '')

/** The type and row of a node id; undefined for what is none. */
export function readNodeId(id: string): { readonly type: string; readonly id: number } | undefined {
  const match = /^0:([A-Za-z]+)(\d+)$/.exec(Buffer.from(id, 'base64').toString())
  return match?.[1] === undefined ? undefined : { type: match[1], id: Number(match[2]) }
}
