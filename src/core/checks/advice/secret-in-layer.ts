// secret-in-layer: a file that holds secrets is copied, or a password stands in a command or URL.

import type { Step } from '../../model/build';
import { commandsIn } from '../commands';
import type { AdviceRule } from '../rule';
import { weightOf } from '../shipped';
import { instructionOf, placeOf } from '../view';

const SECRET_FILE =
  /(^|\/)(\.env(\.(?!example|sample|template|dist)[\w-]+)?|\.npmrc|\.netrc|\.pypirc|\.git-credentials|\.dockercfg|\.htpasswd|id_(rsa|dsa|ecdsa|ed25519)|credentials(\.json)?|service-account[\w-]*\.json|\.aws\/?|\.ssh\/?|[\w.-]+\.(key|p12|pfx|jks|keystore)|[\w.-]*(private|priv)[\w.-]*\.pem)$/i;

/** No file with secrets has a longer path, and patterns take their time on long ones. */
const LONGEST = 500;

const PASSWORD_IN_URL = /\b[a-z][a-z+.-]{0,15}:\/\/[^\s/:@$"']+:([^\s/@"']+)@/i;
const PASSWORD_OPTION = /^--?(password|passwd|token|api-?key|secret|auth-token)(=|$)/i;

/** An option that takes a secret, with a value beside it. */
function secretOption(args: readonly string[]): string | null {
  const at = args.findIndex((arg) => PASSWORD_OPTION.test(arg));
  const option = args[at];
  if (option === undefined) return null;
  const value = option.includes('=') ? option.slice(option.indexOf('=') + 1) : args[at + 1];
  const given = value !== undefined && value !== '' && !value.startsWith('-') && !value.includes('/run/secrets');
  return given ? (option.split('=')[0] ?? option) : null;
}

function told(step: Step): string | null {
  const { action } = step;
  if (action.kind === 'copy') {
    if (action.origin.kind !== 'context') return null;
    const file = action.sources.find((source) => source.length < LONGEST && SECRET_FILE.test(source));
    if (file !== undefined) return `${file} looks like a file with secrets, and a layer would keep it.`;
    return action.sources.some((source) => PASSWORD_IN_URL.test(source))
      ? 'The URL holds a password, and the image history would show it.'
      : null;
  }
  if (action.kind !== 'run' || action.mounts.some(({ type }) => type === 'secret')) return null;
  for (const { name, args } of commandsIn(step)) {
    if (args.some((arg) => PASSWORD_IN_URL.test(arg)))
      return 'The URL holds a password, and the image history would show it.';
    const option = secretOption(args);
    if (option !== null) return `${name} is given a secret with ${option}, and the image history would show it.`;
  }
  return null;
}

export const secretInLayer: AdviceRule = {
  name: 'secret-in-layer',
  severity: 'warning',
  explanation:
    'Layers keep every file that was ever copied, also when a later line deletes it, and the history keeps every command. Lend the secret to the one command that needs it: RUN --mount=type=secret,id=name, with docker build --secret. Nothing of it is stored then.',
  find: (view) =>
    [...view.steps.values()].flatMap((step) => {
      const message = told(step);
      const place = message === null ? null : placeOf(view, step, instructionOf(view, step)?.words[0]);
      return message === null || !place
        ? []
        : [{ message, span: place.span, element: step.id, cost: weightOf(view, step), paid: 'kept in the layer' }];
    }),
};
