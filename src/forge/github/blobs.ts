import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readAnswer } from './answers.ts'
import type { Api } from './api.ts'
import { createByteCache } from './byte-cache.ts'
import type { TreeFile } from './tree-listing.ts'

/** Git's name for a file's bytes. */
export const blobOid = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex')

export interface Blobs {
  read(file: TreeFile): Promise<string>
  /** The file as it is, also where it is no text; texts that were read before are not asked for again. */
  readBytes(file: TreeFile): Promise<Uint8Array>
  keep(text: string): string
  /** Keeps what GraphQL said of a blob, if it is the whole of it. */
  accept(blob: GraphqlBlob): void
}

/** What is read lives as long as its name does, which is for ever; 64 MB hold the state and a database of 50,000 pairs. */
const maxCachedBytes = 64 * 1024 * 1024

/** GraphQL cuts texts at half a megabyte or so; larger files come one by one through REST, whole up to 100 MB. */
const maxGraphqlBytes = 400_000

export const blobSelection = 'oid text isTruncated'
export const graphqlBlobSchema = z.object({ oid: z.string(), text: z.string().nullable(), isTruncated: z.boolean() })
export type GraphqlBlob = z.infer<typeof graphqlBlobSchema>

const restBlobSchema = z.object({ content: z.string(), encoding: z.literal('base64') })

/** Files by their object id, asked for together and read once. */
export const createBlobs = (api: Api): Blobs => {
  const cache = createByteCache(maxCachedBytes)

  const keep = (text: string): string => {
    const oid = blobOid(text)
    cache.set(oid, text)
    return oid
  }

  /** GitHub gives no text of what it takes for binary, and may change what is not UTF-8: the name tells. */
  const accept = ({ oid, text, isTruncated }: GraphqlBlob): void => {
    if (text !== null && !isTruncated && blobOid(text) === oid) cache.set(oid, text)
  }

  const fetchBytes = async (oid: string): Promise<Buffer> => {
    const { data } = await api.rest({
      route: 'GET /repos/{owner}/{repo}/git/blobs/{oid}',
      parameters: { oid },
      permission: 'contents: read',
    })
    return Buffer.from(readAnswer(restBlobSchema, data, 'a file').content, 'base64')
  }

  const fetchWhole = async (oid: string): Promise<string> => {
    const text = (await fetchBytes(oid)).toString('utf8')
    cache.set(oid, text)
    return text
  }

  const readBytes: Blobs['readBytes'] = async ({ oid }) => {
    const known = cache.get(oid)
    return known !== undefined && blobOid(known) === oid ? Buffer.from(known) : await fetchBytes(oid)
  }

  const read: Blobs['read'] = async ({ oid, bytes }) => {
    const known = cache.get(oid)
    if (known !== undefined) return known
    if (bytes > maxGraphqlBytes) return fetchWhole(oid)
    const blob = await api.field(graphqlBlobSchema, {
      selection: `object(oid: $oid) { ... on Blob { ${blobSelection} } }`,
      variables: { oid: ['GitObjectID!', oid] },
      permission: 'contents: read',
      bytes,
    })
    if (blob !== undefined) accept(blob)
    return cache.get(oid) ?? fetchWhole(oid)
  }

  return { read, readBytes, keep, accept }
}
