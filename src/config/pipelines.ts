import { z } from 'zod'
import type { KindFacts } from './kinds/kind-settings.ts'
import { kinds } from './kinds/registry.ts'
import { oneOf } from './nearest.ts'

type Kinds = typeof kinds
export type Kind = keyof Kinds

/** Kinds that this version runs. */
export type RunnableKind = { [Name in Kind]: Kinds[Name]['runs'] extends true ? Name : never }[Kind]

/** One pipeline: who works, with which key and model, when, and how much a session may spend. */
export type PipelineSettings<Name extends Kind = Kind> = {
  [Each in Name]: z.output<Kinds[Each]['settings']> & { readonly kind: Each }
}[Name]

const { research: first, ...others } = kinds

export const pipelineSchema = z.discriminatedUnion(
  'kind',
  [first.settings, ...Object.values(others).map(({ settings }) => settings)],
  {
    error: issue => {
      if (issue.code !== 'invalid_union') return 'a map of settings'
      const { input } = issue
      const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined
      return oneOf(kind, Object.keys(kinds))
    },
  },
)

const factsByKind: { readonly [Name in Kind]: KindFacts<PipelineSettings<Name>> } = kinds

/** What follows from a pipeline's kind. */
export const factsOf = <Name extends Kind>(pipeline: { readonly kind: Name }): KindFacts<PipelineSettings<Name>> =>
  factsByKind[pipeline.kind]

export const accountsOf = <Name extends Kind>(pipeline: PipelineSettings<Name>): readonly string[] =>
  factsByKind[pipeline.kind].accountsOf(pipeline)

export const modelsOf = <Name extends Kind>(pipeline: PipelineSettings<Name>): readonly string[] =>
  factsByKind[pipeline.kind].modelsOf(pipeline)
