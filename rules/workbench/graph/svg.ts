import { Graph, layout } from '@dagrejs/dagre';
import type { Arrow, Box, Diagram } from './diagram.js';

const LETTER = 6.4;
const LINE = 15;
const MARGIN = 20;
const HEAD = 64;
type Point = { x: number; y: number };

const fills: Record<Box['kind'], string> = {
  does: '#ffffff',
  rests: '#dbeafe',
  asks: '#fef3c7',
  follows: '#ede9fe',
  end: '#1f2937',
  replies: '#dcfce7',
  rule: '#ffffff',
  fact: '#dbeafe',
  route: '#dcfce7',
};

const sizeOf = (lines: readonly string[]): { width: number; height: number } => ({
  width: Math.max(...lines.map((line) => line.length)) * LETTER + 24,
  height: lines.length * LINE + 14,
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const text = ({ x, y }: Point, lines: readonly string[], more = ''): string =>
  lines
    .map((line, index) => {
      const top = y + (index - (lines.length - 1) / 2) * LINE + 4;
      return `<text x="${x.toFixed(0)}" y="${top.toFixed(0)}" text-anchor="middle"${index === 0 ? more : ''}>${escaped(line)}</text>`;
    })
    .join('\n');

/** The diagram as an SVG of its own, laid out from top to bottom. The same page gives the same bytes. */
export function svgOf(diagram: Diagram): string {
  const graph = laidOut(diagram);
  const { width = 0, height = 0 } = graph.graph();
  const [wide, high] = [Math.max(width + 2 * MARGIN, 900), height + HEAD + 2 * MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide.toFixed(0)}" height="${high.toFixed(0)}" viewBox="0 0 ${wide.toFixed(0)} ${high.toFixed(0)}" font-family="Noto Sans, sans-serif" font-size="11">`,
    `<title>${escaped(`${diagram.family}: ${diagram.title}`)}</title>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#475569"/></marker></defs>',
    `<rect width="${wide.toFixed(0)}" height="${high.toFixed(0)}" fill="#ffffff"/>`,
    `<text x="${MARGIN}" y="28" font-size="17" font-weight="bold">${escaped(`${diagram.family}: ${diagram.title}`)}</text>`,
    ...legendRow(diagram),
    `<g transform="translate(${MARGIN},${HEAD})">`,
    ...diagram.arrows.map((arrow) => arrowOf(graph, arrow)),
    ...diagram.boxes.map((box) => boxOf(graph, box)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function laidOut({ boxes, arrows }: Diagram): Graph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 34, ranksep: 46, edgesep: 18 });
  for (const { id, title, lines } of boxes) graph.setNode(id, sizeOf([title, ...lines]));
  for (const { from, to, events } of arrows)
    graph.setEdge(from, to, { ...sizeOf(events), labelpos: 'c', weight: weightOf(events) });
  layout(graph);
  return graph;
}

/** The straight way of a request is drawn straight. */
const straight = ['DRAFTED', 'CLEAR', 'APPROVED', 'TRANSLATED', 'HANDED_OVER', 'SENT', 'it comes'];
const weightOf = (events: readonly string[]): number =>
  events.some((event) => straight.includes(event)) ? 12 : 1;

function legendRow({ legend }: Diagram): string[] {
  let x = MARGIN;
  return Object.entries(legend).map(([kind, says]) => {
    const fill = Object.entries(fills).find(([name]) => name === kind)?.[1] ?? '#ffffff';
    const left = x;
    x += says.length * LETTER + 44;
    return `<rect x="${left.toFixed(0)}" y="40" width="14" height="12" rx="3" fill="${fill}" stroke="#475569"/><text x="${(left + 20).toFixed(0)}" y="50">${escaped(says)}</text>`;
  });
}

function boxOf(graph: Graph, { id, title, lines, kind }: Box): string {
  const { x = 0, y = 0, width = 0, height = 0 } = graph.node(id);
  const dark = kind === 'end';
  const edge = kind === 'rests' ? ' stroke-width="2"' : '';
  return [
    `<g${dark ? ' fill="#ffffff"' : ' fill="#0f172a"'}>`,
    `<rect x="${(x - width / 2).toFixed(0)}" y="${(y - height / 2).toFixed(0)}" width="${width.toFixed(0)}" height="${height.toFixed(0)}" rx="7" fill="${fills[kind]}" stroke="#475569"${edge}/>`,
    text({ x, y }, [title, ...lines], ' font-weight="bold"'),
    '</g>',
  ].join('\n');
}

function arrowOf(graph: Graph, { from, to, events }: Arrow): string {
  const edge = graph.edge(from, to);
  const points: readonly Point[] = edge.points ?? [];
  const path = points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(0)},${y.toFixed(0)}`)
    .join(' ');
  const { width, height } = sizeOf(events);
  const at = { x: edge.x ?? 0, y: edge.y ?? 0 };
  return [
    `<path d="${path}" fill="none" stroke="#475569" marker-end="url(#tip)"/>`,
    `<rect x="${(at.x - width / 2 + 6).toFixed(0)}" y="${(at.y - height / 2 + 5).toFixed(0)}" width="${(width - 12).toFixed(0)}" height="${(height - 10).toFixed(0)}" fill="#ffffff" opacity="0.85"/>`,
    `<g fill="#334155" font-size="10">${text(at, events)}</g>`,
  ].join('\n');
}
