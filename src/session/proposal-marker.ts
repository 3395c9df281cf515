/** What the marker of an issue that proposes a task begins with. */
export const proposalPrefix = 'proposal:'

/** The same proposal has the same marker, so that it is made once, whatever became of it. */
export const proposalMarker = ({ pipeline, id }: { readonly pipeline: string; readonly id: string }): string =>
  `${proposalPrefix}${pipeline}/${id}`
