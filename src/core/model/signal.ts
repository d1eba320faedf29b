// Model: STOPSIGNAL. In: a name or number. Throws a Refusal for what is no Linux signal. Follows moby/sys/signal.

import { Refusal } from './refusal';

const NAMES: ReadonlySet<string> = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP ' +
    'TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
);

export function checkSignal(text: string): void {
  if (/^[+-]?\d+$/.test(text)) {
    if (Number(text) === 0) throw new Refusal(`invalid signal: ${text}`);
    return;
  }
  const name = text.toUpperCase().replace(/^SIG/, '');
  const real = /^RT(MIN\+(\d+)|MAX-(\d+))$/.exec(name);
  const known = real
    ? Number(real[2] ?? real[3]) >= 1 && Number(real[2] ?? real[3]) <= (real[2] ? 15 : 14)
    : NAMES.has(name);
  if (!known) throw new Refusal(`invalid signal: ${text}`);
}
