import type { LoopbackRequest } from '../loopback/interface.ts'

/** How often each kind of request was made, most first: what a person needs who is to make them fewer. */
export function breakdown(requests: readonly LoopbackRequest[]): string {
  const counts = new Map<string, number>()
  for (const { method, path, operation, status } of requests) {
    const what = operation ?? path.replace(/\?.*$/u, '').replaceAll(/\b(?:\d+|[0-9a-f]{40})\b/gu, '…')
    const name = `${method} ${what} ${status}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const lines = [...counts].toSorted((one, other) => other[1] - one[1]).map(([name, count]) => `${count} × ${name}`)
  return `${requests.length} requests:\n${lines.join('\n')}`
}
