import { spawn, type ChildProcess } from 'node:child_process'
import { PerpetualError } from '../../domain/errors.ts'
import { detached, gitArguments, gitEnvironment } from '../git.ts'

export interface GitObject {
  readonly oid: string
  readonly type: string
  readonly bytes: Buffer
}

/** Reads objects through one long-lived `git cat-file`, which is started again when it dies and keeps no process alive. */
export interface ObjectReader {
  /** The objects in the order asked for; undefined where one is not in the repository. */
  read(oids: readonly string[]): Promise<readonly (GitObject | undefined)[]>
  /** The commit that a branch points at. */
  tip(ref: string): Promise<string | undefined>
  close(): void
}

interface Request {
  readonly line: string
  readonly withContents: boolean
  restarts: number
  readonly resolve: (object: GitObject | undefined) => void
  readonly reject: (error: unknown) => void
}

interface Answer {
  readonly object: GitObject | undefined
  readonly used: number
}

const newline = 0x0a

/** One answer of `cat-file --batch-command` at `from`; undefined while it is not there in full. */
const parseAnswer = (bytes: Buffer, from: number, withContents: boolean): Answer | undefined => {
  const end = bytes.indexOf(newline, from)
  if (end === -1) return undefined
  const [oid = '', type = '', size = ''] = bytes.toString('utf8', from, end).split(' ')
  if (!/^[0-9]+$/.test(size)) return { object: undefined, used: end + 1 - from }
  if (!withContents) return { object: { oid, type, bytes: Buffer.alloc(0) }, used: end + 1 - from }
  const stop = end + 1 + Number(size)
  if (bytes.length < stop + 1) return undefined
  return { object: { oid, type, bytes: Buffer.from(bytes.subarray(end + 1, stop)) }, used: stop + 1 - from }
}

/** Collects chunks and joins them only when enough is there to go on, so that large objects cost linear time. */
const createInbox = () => {
  let chunks: Buffer[] = []
  let length = 0
  let wanted = 0
  return {
    push(chunk: Buffer): Buffer | undefined {
      chunks.push(chunk)
      length += chunk.length
      if (length < wanted) return undefined
      const joined = chunks.length === 1 ? chunk : Buffer.concat(chunks)
      chunks = [joined]
      return joined
    },
    keep(rest: Buffer): void {
      chunks = rest.length === 0 ? [] : [rest]
      length = rest.length
      const end = rest.indexOf(newline)
      wanted = end === -1 ? 0 : end + 2 + Number(rest.toString('utf8', 0, end).split(' ')[2])
    },
  }
}

const start = (gitDir: string): ChildProcess =>
  // Not in the repository's folder: a process there would look like the live owner of a left-behind lock.
  spawn('git', gitArguments(gitDir, ['cat-file', '--batch-command']), {
    cwd: '/',
    env: gitEnvironment(),
    detached,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  })

/** Keeps node alive only while an answer is awaited. */
const hold = (child: ChildProcess, held: boolean): void => {
  for (const handle of [child, child.stdin, child.stdout]) {
    const method = held ? 'ref' : 'unref'
    if (handle !== null && method in handle) Reflect.apply(Reflect.get(handle, method), handle, [])
  }
}

export const createObjectReader = (gitDir: string): ObjectReader => {
  const waiting: Request[] = []
  let child: ChildProcess | undefined
  let closed = false

  const send = (requests: readonly Request[]): void => {
    const current = child ?? launch()
    hold(current, true)
    current.stdin?.write(requests.map(request => `${request.line}\n`).join(''))
  }

  const restart = (died: ChildProcess, cause: unknown): void => {
    if (child !== died) return
    child = undefined
    const lost = waiting.filter(request => request.restarts >= 2)
    const again = waiting.filter(request => request.restarts < 2)
    waiting.splice(0, waiting.length, ...again)
    for (const request of lost) {
      request.reject(
        new PerpetualError('git could not read objects: `git cat-file` ended three times', { actBy: 'next-run', cause }),
      )
    }
    for (const request of again) request.restarts += 1
    if (again.length > 0) send(again)
  }

  const receive = (bytes: Buffer): number => {
    let from = 0
    for (;;) {
      const request = waiting[0]
      const answer = request === undefined ? undefined : parseAnswer(bytes, from, request.withContents)
      if (request === undefined || answer === undefined) return from
      from += answer.used
      waiting.shift()
      request.resolve(answer.object)
    }
  }

  const launch = (): ChildProcess => {
    const launched = start(gitDir)
    const inbox = createInbox()
    child = launched
    launched.stdin?.on('error', () => {})
    launched.stdout?.on('data', (chunk: Buffer) => {
      const bytes = child === launched ? inbox.push(chunk) : undefined
      if (bytes === undefined) return
      inbox.keep(bytes.subarray(receive(bytes)))
      if (waiting.length === 0) hold(launched, false)
    })
    launched.on('error', cause => restart(launched, cause))
    launched.on('close', () => restart(launched, undefined))
    return launched
  }

  const ask = (lines: readonly string[], withContents: boolean): Promise<(GitObject | undefined)[]> => {
    if (closed)
      return Promise.reject(new PerpetualError('The local forge was read after it had been closed', { actBy: 'report-bug' }))
    if (lines.length === 0) return Promise.resolve([])
    const requests: Request[] = []
    const answers = lines.map(
      line =>
        new Promise<GitObject | undefined>((resolve, reject) => {
          requests.push({ line, withContents, restarts: 0, resolve, reject })
        }),
    )
    waiting.push(...requests)
    send(requests)
    return Promise.all(answers)
  }

  return {
    read: oids =>
      ask(
        oids.map(oid => `contents ${oid}`),
        true,
      ),
    tip: async ref => (await ask([`info ${ref}`], false))[0]?.oid,
    close: () => {
      closed = true
      child?.stdin?.end()
    },
  }
}
