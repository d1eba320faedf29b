// Scene: the few words of an instruction that a card has room for. The whole stays one hover away.
// Of a RUN script, what sets it apart is kept: housekeeping commands and flags that only silence are left out.

import type { Step } from '../model/build';

const housekeeping =
  /^(?:set\s|export\s|cd\s|rm\s|mkdir\s|echo\s|true\b|apt(?:-get)?\s+(?:-\S+\s+)*(?:update|clean|autoremove)|apk\s+(?:--\S+\s+)*update|ldconfig|hash\s+-r)/;
const noise =
  /\s+(?:-y|-yq|-yqq|-q|-qq|--yes|--quiet|--no-cache|--no-install-recommends|--no-audit|--no-fund|--no-cache-dir)(?=\s|$)/g;

/** At most this much of a script is looked at. */
const enough = 600;

function shortScript(script: string): string {
  const commands = script
    .slice(0, enough)
    .replace(/\\\r?\n/g, ' ')
    .split(/\s*(?:&&|;|\n)\s*/)
    .map((command) =>
      command
        .replace(/\s#.*$/, '')
        .trim()
        .replace(/\s+/g, ' '),
    )
    .filter((command) => command !== '' && !command.startsWith('#'));
  const telling = commands.filter((command) => !housekeeping.test(command));
  const kept = telling.length > 0 ? telling : commands;
  return kept.join(' && ').replace(noise, '');
}

/** The last part of a path, which tells it from its neighbours. */
const lastPart = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) || path;

/** What may stand behind the keyword on a card's row, on one line, longest first: the first that fits is taken. */
export function shortTexts(step: Step): readonly string[] {
  const { action } = step;
  if (action.kind !== 'copy' || action.origin.kind === 'context' || action.origin.kind === 'scratch') {
    return [shortText(step)];
  }
  const from = `--from=${action.origin.written} `;
  const words = afterKeyword(step)
    .split(' ')
    .filter((word) => !word.startsWith('--'));
  const sources = action.sources.length > 0 ? action.sources : words.slice(0, -1);
  // Where the files go is on the ribbon's label.
  return [from + words.join(' '), from + sources.join(' '), from + sources.map(lastPart).join(' ')];
}

function shortText(step: Step): string {
  const { action } = step;
  switch (action.kind) {
    case 'run':
      return action.script === null ? action.argv.join(' ') : shortScript(action.script) || afterKeyword(step);
    case 'cmd':
    case 'entrypoint':
      return action.argv.length > 0 && !(action.argv[1] === '-c' && action.argv.length === 3)
        ? action.argv.join(' ')
        : afterKeyword(step);
    case 'copy':
      return afterKeyword(step)
        .split(' ')
        .filter((word) => !word.startsWith('--'))
        .join(' ');
    default:
      return afterKeyword(step);
  }
}

/** The instruction as written, its keyword taken off, on one line: a continued line's indent says nothing here. */
function afterKeyword(step: Step): string {
  const text = step.text.trim();
  const rest =
    text.slice(0, step.keyword.length).toUpperCase() === step.keyword ? text.slice(step.keyword.length) : text;
  return rest.trim().replace(/\s+/g, ' ');
}
