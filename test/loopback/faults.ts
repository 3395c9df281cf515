import type { Fault, FaultRequest } from './interface.ts'

interface Armed {
  readonly fault: Fault
  left: number
}

export interface Faults {
  add(fault: Fault): void
  clear(): void
  /** The first fault for this request; it is used up by one. */
  take(request: FaultRequest): Fault | undefined
}

function hits(fault: Fault, request: FaultRequest): boolean {
  if (typeof fault.match === 'function') return fault.match(request)
  return fault.match.test(`${request.method} ${request.path}`) || fault.match.test(request.body)
}

export function createFaults(): Faults {
  let armed: Armed[] = []
  return {
    add: fault => void armed.push({ fault, left: fault.times ?? 1 }),
    clear: () => void (armed = []),
    take: request => {
      const found = armed.find(one => one.left > 0 && hits(one.fault, request))
      if (found === undefined) return undefined
      found.left -= 1
      return found.fault
    },
  }
}
