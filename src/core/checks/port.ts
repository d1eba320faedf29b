// One port of EXPOSE taken apart as BuildKit does before its checks look at it: `[address:][host:]port[/protocol]`.

export interface WrittenPort {
  /** Port and protocol inside the container, as written. */
  readonly container: string;
  /** As written; empty without a slash. */
  readonly protocol: string;
  /** Whether an address or a port of the host stands in front. */
  readonly mapped: boolean;
}

/** `null` where BuildKit refuses the port before the checks see it: no port, or a protocol it does not know. */
export function readPort(written: string): WrittenPort | null {
  const parts = written.split(':');
  const container = parts.pop() ?? '';
  const slash = container.indexOf('/');
  const protocol = slash < 0 ? '' : container.slice(slash + 1);
  if (container === '' || slash === 0 || !['', 'tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) return null;
  return { container, protocol, mapped: parts.length > 2 || parts.some((part) => part !== '') };
}
