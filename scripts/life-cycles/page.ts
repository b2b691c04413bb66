import type { Box, Diagram } from '../../rules/workbench/graph/diagram.js';

const shapes: Record<Box['kind'], readonly [string, string]> = {
  does: ['[', ']'],
  rests: ['([', '])'],
  asks: ['{{', '}}'],
  follows: ['[/', '/]'],
  end: ['[[', ']]'],
  replies: ['>', ']'],
  rule: ['[', ']'],
  fact: ['(', ')'],
  route: ['([', '])'],
};

const quoted = (lines: readonly string[]): string =>
  `"${lines.join('<br/>').replaceAll('>', '&gt;').replaceAll('<br/&gt;', '<br/>')}"`;

/** The diagram as Mermaid text. */
export function mermaidOf({ boxes, arrows }: Diagram): string {
  const nodes = boxes.map(({ id, title, lines, kind }) => {
    const [open, close] = shapes[kind];
    return `  ${id}${open}${quoted([title, ...lines])}${close}`;
  });
  const edges = arrows.map(({ from, to, events }) => `  ${from} -->|${quoted(events)}| ${to}`);
  return ['flowchart TD', ...nodes, ...edges].join('\n');
}

/** The page docs/life-cycles/FAMILY.md. */
export const pageOf = (diagram: Diagram): string => `# ${diagram.family}: ${diagram.title}

Drawn from \`rules/life-cycles/${diagram.family}.yaml\` by \`npx tsx scripts/draw-life-cycles.ts\`. Withdrawal leads out of every state: before dispatch to the end, after it through "withdrawn" where it is drawn. "back" is the state where the route rested.

![${diagram.title}](${diagram.family}.svg)

\`\`\`mermaid
${mermaidOf(diagram)}
\`\`\`
`;
