// What the command prints: data on stdout, progress and advice on stderr.

export interface Output {
  /** Data: the one JSON document, or what a person asked to see. */
  data(text: string): void;
  /** Advice and results of side effects; not under --quiet. */
  note(text: string): void;
}

export function makeOutput(quiet: boolean): Output {
  return {
    data: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    note: (text) => {
      if (!quiet) process.stderr.write(`${text}\n`);
    },
  };
}

export interface Progress {
  advance(): void;
  done(): void;
}

/** A bar on a terminal, about ten plain lines elsewhere, nothing under --quiet or where there is only one step. */
export function makeProgress(total: number, what: string, quiet: boolean): Progress {
  if (quiet || total < 2) return { advance: () => undefined, done: () => undefined };
  let finished = 0;
  const stream = process.stderr;
  if (!stream.isTTY) {
    let reported = 0;
    return {
      advance: () => {
        finished++;
        const tenth = Math.floor((finished * 10) / total);
        if (tenth > reported || finished === total) stream.write(`${finished} of ${total} ${what}\n`);
        reported = tenth;
      },
      done: () => undefined,
    };
  }
  const draw = (): void => {
    const width = 30;
    const filled = Math.round((finished / total) * width);
    stream.write(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${finished} of ${total} ${what}`);
  };
  draw();
  return {
    advance: () => {
      finished++;
      draw();
    },
    done: () => void stream.write('\r\x1b[2K'),
  };
}
