// A progress bar on a terminal; a line for every tenth part elsewhere.

export interface Progress {
  step(done: number, label: string): void;
  note(text: string): void;
  end(): void;
}

const WIDTH = 24;

export function progressBar(total: number, out: NodeJS.WriteStream): Progress {
  let lastTenth = -1;
  const bar = (done: number) => {
    const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
    return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${String(done)}/${String(total)}`;
  };
  return {
    step(done, label) {
      if (out.isTTY) {
        out.write(`\r\u001b[K${bar(done)} ${label}`);
        return;
      }
      const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
      if (tenth === lastTenth) return;
      lastTenth = tenth;
      out.write(`${bar(done)} ${label}\n`);
    },
    note(text) {
      out.write(out.isTTY ? `\r\u001b[K${text}\n` : `${text}\n`);
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}
