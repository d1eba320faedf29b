// Model, phases `graph` and `bases`: who needs whom. In: the nodes with their commands. Out: the same with sources, deps,
// reachability, triggers and references filled in. Faults are noted. Follows BuildKit's buildStageDependencyGraph,
// validateCircularDependency, resolveReachableStages and initOnBuildTriggers. A name in COPY --from and mounts is found in
// any case and may stand later; FROM was resolved before.

import { quote } from '../parse/quote';
import type { Instruction } from '../parse/instruction';
import { substitute } from '../parse/substitute';
import type { Command } from './command';
import type { Details } from './details';
import type { Faults, Place } from './faults';
import { placeOf } from './faults';
import { checkMountFrom } from './mount';
import type { Node, Nodes, Unresolved } from './node';
import { isNode, labelOf } from './node';
import { normalReference } from './reference';
import { Refusal } from './refusal';
import { readTrigger } from './trigger';
import { understand } from './understand';

const SCRATCH = 'scratch';

export class Graph {
  constructor(
    private readonly nodes: Nodes,
    private readonly escape: '\\' | '`',
    private readonly faults: Faults,
    private readonly details: Details | null,
  ) {}

  /** Links every command of every stage to what it takes from. */
  link(): void {
    for (const node of this.nodes.stages)
      for (const command of node.commands) this.sourcesOf(node, command, 'graph', null);
    this.checkCircles();
  }

  private sourcesOf(node: Node, command: Command, phase: 'graph' | 'bases', trigger: Place | null): boolean {
    const { action } = command;
    // BuildKit gives what it finds while linking no place.
    const place = (): Place => trigger ?? { ...placeOf(command.instruction, node.index), line: null };
    let sources: (Node | Unresolved | null)[] = [];
    if (action.kind === 'copy' && action.from !== '') {
      const from = action.from;
      // A trigger stands where the FROM is that sets it off.
      const by = trigger ? node.instruction : command.instruction;
      sources = [this.attempt(phase, place(), () => this.copySource(from, by))];
    } else if (action.kind === 'run') {
      sources = action.mounts.map((mount) =>
        this.attempt(phase, place(), () => this.imageOrStage(checkMountFrom(mount) || SCRATCH, command.instruction)),
      );
    }
    if (sources.length === 0) return false;
    node.sources.set(command, sources);
    for (const source of sources) if (isNode(source)) node.deps.set(source, command);
    return true;
  }

  private attempt(phase: 'graph' | 'bases', place: Place, work: () => Node): Node | Unresolved {
    let why = '';
    const found = this.faults.attempt(phase, place, null, () => {
      try {
        return work();
      } catch (error) {
        if (error instanceof Refusal) why = error.message;
        throw error;
      }
    });
    return found ?? { why };
  }

  private copySource(from: string, by: Instruction): Node {
    if (substitute(from, () => undefined, this.escape).text !== from)
      throw new Refusal(
        'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
      );
    if (/^[+-]?\d{1,18}$/.test(from)) return this.nodes.at(Number(from));
    return this.imageOrStage(from, by);
  }

  private imageOrStage(name: string, instruction: Instruction): Node {
    return (
      this.nodes.named(name) ?? this.nodes.add({ from: null, instruction, base: name, platform: null, broken: null })
    );
  }

  /** COPY and mounts may form no circle, not even in stages nobody needs. */
  private checkCircles(): void {
    const visited = new Set<Node>();
    for (const start of this.nodes.all) {
      const circle = this.findCircle(start, visited);
      if (!circle) continue;
      const first = circle.reduce((a, b) => (a.instruction.lines[0] <= b.instruction.lines[0] ? a : b));
      this.faults.add(
        'graph',
        `circular dependency detected on stage: ${labelOf(start)}`,
        placeOf(first.instruction, start.index),
      );
    }
  }

  /** Depth first without recursion; the commands on the way round, or null. */
  private findCircle(start: Node, visited: Set<Node>): Command[] | null {
    if (visited.has(start)) return null;
    visited.add(start);
    const onPath = new Set([start]);
    const path = [{ node: start, rest: start.deps.entries(), by: null as Command | null }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.next();
      if (next.done) {
        onPath.delete(top.node);
        path.pop();
        continue;
      }
      const [node, by] = next.value;
      if (onPath.has(node)) return [...path.flatMap((step) => (step.by ? [step.by] : [])), by];
      if (visited.has(node)) continue;
      visited.add(node);
      onPath.add(node);
      path.push({ node, rest: node.deps.entries(), by });
    }
    return null;
  }

  /** Marks what the target needs, resolves bases, and lets the triggers of parents in, which may need more. */
  resolve(target: Node | null): void {
    const resolved = new Set<Node>();
    const triggered = new Set<Node>();
    for (let more = true; more;) {
      if (target) reach(target);
      for (const node of lastFirst(this.nodes.all)) if (!resolved.has(node)) this.resolveBase(node, resolved);
      more = false;
      for (const node of this.nodes.stages) {
        if (!node.reachable || !node.baseNode || triggered.has(node)) continue;
        triggered.add(node);
        if (this.addTriggers(node, node.baseNode)) more = true;
      }
    }
  }

  private resolveBase(node: Node, resolved: Set<Node>): void {
    resolved.add(node);
    if (node.baseNode || node.base === SCRATCH || node.broken !== null) return;
    const own = placeOf(node.instruction, node.from ? node.index : null);
    // BuildKit gives the image of a mount no place.
    const place = node.from || node.instruction.keyword !== 'RUN' ? own : { ...own, line: null };
    node.reference = this.faults.attempt('bases', place, null, () => {
      try {
        return normalReference(node.base);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        node.broken = `failed to parse stage name ${quote(node.base)}: ${error.message}`;
        throw new Refusal(node.broken);
      }
    });
  }

  /** Runs the ONBUILD lines of the parent in front of the stage's own; true when they need something new. */
  private addTriggers(node: Node, parent: Node): boolean {
    let more = false;
    const place = placeOf(node.instruction, node.index);
    for (const { action, instruction } of parent.commands) {
      if (action.kind !== 'onbuild' || !instruction.onbuild) continue;
      const written = instruction.onbuild;
      const command = this.faults.attempt<Command | null>('bases', place, null, () => {
        const inner = readTrigger(action.text, written, this.escape);
        const read = understand(inner, this.details);
        return read.kind === 'from' ? null : { action: read, instruction: inner };
      });
      if (!command) continue;
      node.triggers.push(command);
      if (this.sourcesOf(node, command, 'bases', place)) more = true;
    }
    return more;
  }
}

/**
 * BuildKit looks at all bases at once and fails with the first that does. Go runs what it started last first, then the others in
 * order, so that is how it nearly always ends.
 */
function lastFirst(nodes: readonly Node[]): Node[] {
  const asked = nodes.filter((node) => !node.baseNode && node.base !== SCRATCH);
  return [...asked.slice(-1), ...asked.slice(0, -1)];
}

function reach(target: Node): void {
  const waiting = [target];
  const seen = new Set<Node>();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    node.reachable = true;
    if (node.baseNode) waiting.push(node.baseNode);
    waiting.push(...node.deps.keys());
  }
}
