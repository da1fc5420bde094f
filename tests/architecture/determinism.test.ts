// What the linter's rules cannot say about the engine (docs/determinism.md). The rest is in .oxlintrc.json.

import { Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { lineAt, parse, readSource, sourceFiles } from './source.ts';

/** `Math` functions that ECMA-262 defines exactly. */
const EXACT_MATH = new Set([
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'],
  // Constants are decimal literals of the specification.
  ...['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

const engine = sourceFiles('packages/engine/src');
/** The border of the worker is asynchronous by nature and holds no simulation state. */
const inside = engine.filter((file) => !file.startsWith('packages/engine/src/protocol/') && !file.endsWith('/src/worker.ts'));

interface Found {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

function search(
  files: readonly string[],
  visitorFor: (report: (node: { start: number }, what: string) => void) => object,
): Found[] {
  const found: Found[] = [];
  for (const file of files) {
    const source = readSource(file);
    const report = (node: { start: number }, what: string): void => {
      found.push({ file, line: lineAt(source, node.start), what });
    };
    new Visitor(visitorFor(report)).visit(parse(file).program);
  }
  return found;
}

interface MemberNode {
  start: number;
  computed: boolean;
  object: { type: string; name?: string };
  property: { type: string; name?: string };
}

interface IdentifierNode {
  start: number;
  name: string;
}

describe('the engine', () => {
  it('calls only those functions of Math that are exact everywhere', () => {
    const found = search(engine, (report) => ({
      MemberExpression(node: MemberNode) {
        if (node.object.name !== 'Math') return;
        if (node.computed || !EXACT_MATH.has(node.property.name ?? '')) report(node, `Math.${node.property.name ?? '[…]'}`);
      },
      VariableDeclarator(node: { start: number; init: { name?: string } | null }) {
        if (node.init?.name === 'Math') report(node, 'Math under another name');
      },
    }));
    expect(found).toEqual([]);
  });

  it('takes constant powers of two only (2 ** BITS), which every engine gives exactly', () => {
    interface Operand {
      type: string;
      name?: string;
      value?: unknown;
      operator?: string;
      argument?: Operand;
    }
    interface Binary {
      start: number;
      operator: string;
      left: Operand;
      right: Operand;
    }
    const isConstant = ({ type, name, argument }: Operand): boolean =>
      type === 'Literal' || /^[A-Z0-9_]+$/.test(name ?? '') || (type === 'UnaryExpression' && isConstant(argument!));
    const found = search(engine, (report) => ({
      BinaryExpression(node: Binary) {
        if (node.operator === '**' && !(node.left.value === 2 && isConstant(node.right))) report(node, '**');
      },
      AssignmentExpression(node: { start: number; operator: string }) {
        if (node.operator === '**=') report(node, '**=');
      },
    }));
    expect(found).toEqual([]);
  });

  it('holds no state in promises, generators or timers, which no snapshot could copy', () => {
    interface Callable {
      start: number;
      async?: boolean;
      generator?: boolean;
    }
    const found = search(inside, (report) => {
      const callable = (node: Callable): void => {
        if (node.async) report(node, 'async function');
        if (node.generator) report(node, 'generator');
      };
      const banned = new Set(['Promise', 'setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame', 'Atomics']);
      return {
        FunctionDeclaration: callable,
        FunctionExpression: callable,
        ArrowFunctionExpression: callable,
        AwaitExpression: (node: { start: number }) => report(node, 'await'),
        Identifier(node: IdentifierNode) {
          if (banned.has(node.name)) report(node, node.name);
        },
      };
    });
    expect(found).toEqual([]);
  });
});
