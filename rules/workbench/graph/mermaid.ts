import type { Diagram } from './diagram.js';

/** A diagram of rules as a Mermaid flow chart, for a page that a code host shows. */
export function mermaidOf({ boxes, arrows }: Diagram): string {
  const numbers = new Map(boxes.map(({ id }, number) => [id, `n${number}`]));
  const nameOf = (id: string): string => numbers.get(id) ?? 'n';
  const shape = { route: ['([', '])'], fact: ['(', ')'] } as const;
  return [
    'flowchart LR',
    ...boxes.map(({ id, title, lines, kind }) => {
      const [open, close] = kind === 'route' || kind === 'fact' ? shape[kind] : ['[', ']'];
      return `  ${nameOf(id)}${open}"${[title, ...lines].join(' ').replaceAll('"', "'")}"${close}`;
    }),
    ...arrows.map(({ from, to, events }) => `  ${nameOf(from)} -- ${events.join(', ')} --> ${nameOf(to)}`),
  ].join('\n');
}
