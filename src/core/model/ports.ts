// Model: the words of EXPOSE. In: `8000-8002/udp`, `127.0.0.1:80:80`. Out: `8000/udp` and so on. Throws a Refusal for what
// is no port. Follows BuildKit's convert_expose.

import { quote } from '../parse/quote';
import { Refusal } from './refusal';

/** The ports a word stands for, in order. */
export function readPorts(word: string): string[] {
  const parts = word.split(':');
  const container = parts.at(-1) ?? '';
  const hostPort = parts.length > 1 ? (parts.at(-2) ?? '') : '';
  const ip = parts.slice(0, -2).join(':');
  const slash = container.indexOf('/');
  const port = slash < 0 ? container : container.slice(0, slash);
  const protocol = (slash < 0 ? '' : container.slice(slash + 1)).toLowerCase() || 'tcp';
  if (port === '') throw new Refusal(`invalid port: ${quote(word)}: no port specified`);
  if (!['tcp', 'udp', 'sctp'].includes(protocol))
    throw new Refusal(`invalid port: ${quote(word)}: invalid proto: ${container.slice(slash + 1)}`);
  if (ip !== '' && !isAddress(ip)) throw new Refusal(`invalid IP address: ${ip}`);
  const range = readRange(port);
  if (!range) throw new Refusal(`invalid containerPort: ${port}`);
  const [first, last] = range;
  if (hostPort !== '') {
    const host = readRange(hostPort);
    if (!host) throw new Refusal(`invalid hostPort: ${hostPort}`);
    if (last - first !== host[1] - host[0] && first !== last)
      throw new Refusal(`invalid ranges specified for container and host Ports: ${port} and ${hostPort}`);
  }
  return Array.from({ length: last - first + 1 }, (_, i) => `${String(first + i)}/${protocol}`);
}

function readRange(text: string): readonly [number, number] | null {
  const dash = text.indexOf('-');
  const first = readPort(dash < 0 ? text : text.slice(0, dash));
  const last = dash < 0 ? first : readPort(text.slice(dash + 1));
  return first === null || last === null || last < first ? null : [first, last];
}

function readPort(text: string): number | null {
  if (!/^\+?\d+$/.test(text)) return /^-0+$/.test(text) ? 0 : null;
  return Number(text) > 65535 ? null : Number(text);
}

/** Go's `net.ParseIP`; IPv6 may stand in brackets. */
function isAddress(text: string): boolean {
  const ip = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!ip.includes(':')) return isFour(ip);
  const halves = ip.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const four = last.includes('.') && !ip.endsWith('::');
  if (four && !isFour(last)) return false;
  const words = four ? groups.slice(0, -1) : groups;
  const count = words.length + (four ? 2 : 0);
  return words.every((word) => /^[0-9a-fA-F]{1,4}$/.test(word)) && (halves.length === 2 ? count < 8 : count === 8);
}

function isFour(ip: string): boolean {
  const parts = ip.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}
