import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const functions = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'Literal', 'TemplateLiteral']);

/** What only the printer of values says. */
const PRINTER = '__STRINGIFY_OBJECT_NEW_LINE__';

/**
 * d3-dag ships as one file with two linear solvers in it, made at load time and, in a browser, put on `window.solver`.
 * Our layout calls neither. All that the file does when it loads is to make constants: each is marked as pure, and the
 * global is left out, so that the bundler keeps what the layout calls and drops most of the file. Values are put into error messages by a
 * printer of any object, two thousand bytes of it; none of those errors can come from our calls, so a plain one will do.
 */
export function leanDag(): Plugin {
  return {
    name: 'lean-dag',
    transform(code, id) {
      if (!id.includes('d3-dag.esm')) return null;
      const text = ({ start, end }: Node): string => code.slice(start, end);
      const cuts: { readonly start: number; readonly end: number; readonly text: string }[] = [];
      let printers = 0;
      for (const statement of this.parse(code).body) {
        if (statement.type === 'FunctionDeclaration' && statement.id && text(statement).includes(PRINTER)) {
          cuts.push({ ...(statement as Node), text: `function ${statement.id.name}(value){return String(value)}` });
          printers += 1;
        }
        if (statement.type === 'IfStatement') cuts.push({ ...(statement as Node), text: '' });
        if (statement.type !== 'VariableDeclaration') continue;
        for (const { id: name, init } of statement.declarations) {
          if (name.type !== 'Identifier' || !init || functions.has(init.type)) continue;
          const { start, end } = init as Node;
          cuts.push({ start, end, text: `/*@__PURE__*/(()=>(${code.slice(start, end)}))()` });
        }
      }
      if (printers !== 1) this.error(`${printers} functions print values in d3-dag, one was expected`);
      cuts.sort((a, b) => b.start - a.start);
      const lean = cuts.reduce((text, cut) => text.slice(0, cut.start) + cut.text + text.slice(cut.end), code);
      return { code: lean, map: null };
    },
  };
}
