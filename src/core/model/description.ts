// Model: what a comment says of the stage or argument below it, as `docker build --call=outline` reads it.

/** The comment `name …` above an instruction, without the name. */
export function describe(comments: readonly string[], name: string | null): string | null {
  if (!name) return null;
  const found = comments.find((comment) => comment.startsWith(`${name} `));
  return found === undefined ? null : found.slice(name.length + 1);
}
