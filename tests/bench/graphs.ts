// The Dockerfiles that layout and frames are measured on.

/** Stages that start from an image or the one before, and copy from one or two others. */
export function dockerfile(stages: number): string {
  const blocks = Array.from({ length: stages }, (_, nth) => {
    const lines = [`FROM ${nth % 3 === 0 ? 'debian:12' : `s${nth - 1}`} AS s${nth}`];
    for (let row = 0; row < 8; row += 1) lines.push(`RUN make part-${row}`);
    if (nth > 4) lines.push(`COPY --from=s${nth - 4} /out /in`);
    if (nth > 20 && nth % 10 === 0) lines.push(`COPY --from=s${nth - 20} /out /old`);
    return lines.join('\n');
  });
  return blocks.join('\n\n');
}
