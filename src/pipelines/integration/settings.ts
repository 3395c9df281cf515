/** What the configuration says of integration, resolved. */
export interface IntegrationSettings {
  readonly pipeline: string
  readonly model: string
  readonly language: string
  /** Pairs a judge is shown at once, at the most. */
  readonly pairsPerJudge: number
  /** Tokens that judging may take a pair, in and out: with `pairsPerJudge` the size of a sheet. */
  readonly tokensPerPair: number
  readonly judgeImports: boolean
  /** Name of the rubric that the judge's scores follow, written into every row. */
  readonly rubric: string
  readonly sources: { readonly deny: readonly string[]; readonly minDomainsForNumbers: number }
  /** Whether pairs of the embedded provider may come in: only into a database that is a rehearsal itself. */
  readonly allowRehearsal: boolean
}
