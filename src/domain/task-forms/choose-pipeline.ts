import { forms, type FormName } from './forms.ts'

export type ChosenPipeline =
  | { readonly type: 'chosen'; readonly pipeline: string }
  | { readonly type: 'invalid'; readonly problem: string }

/** The pipeline that takes a form up: the one it names, else its usual one, else the only one of its kind. */
export function choosePipeline(
  { form, pipeline }: { readonly form: FormName; readonly pipeline: string | null },
  pipelines: Readonly<Record<string, { readonly kind: string }>>,
): ChosenPipeline {
  const { kind, usualPipeline, name } = forms[form]
  const fitting = Object.keys(pipelines).filter(each => pipelines[each]?.kind === kind)
  const asked = pipeline ?? (fitting.includes(usualPipeline) || fitting.length !== 1 ? usualPipeline : fitting[0])
  if (asked !== undefined && fitting.includes(asked)) return { type: 'chosen', pipeline: asked }
  if (fitting.length === 0)
    return { type: 'invalid', problem: `No pipeline of kind ${kind}, which takes up ${name}, is in \`.github/perpetual.yml\`.` }
  const known = `“Pipeline” must be one of ${fitting.join(', ')} for this form`
  return { type: 'invalid', problem: pipeline === null ? `${known}.` : `${known}, and is “${pipeline.slice(0, 60)}”.` }
}
