import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { auditVerbs } from '../../contracts/codes.js';

/** Reads our own code: which audit verbs a function can come to write, through whatever it calls. */

export const root = fileURLToPath(new URL('../..', import.meta.url));

export type Reach = { verbs: ReadonlySet<string>; activities: ReadonlySet<string>; writes: boolean };

const folders = ['contracts', 'store', 'activities', 'api', 'workflows', 'authority'];
const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, folder, name)),
);
const program = ts.createProgram(sources, {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  noLib: false,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();

export const placeOf = (node: ts.Node): string => relative(root, node.getSourceFile().fileName);
const isOurs = (file: ts.SourceFile): boolean =>
  folders.some((folder) => file.fileName.startsWith(join(root, folder)));
export const sourcesUnder = (folder: string): ts.SourceFile[] =>
  program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(root, folder)));

/** Every node of a tree, the root first. */
export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesIn(child);
}

function declared(name: ts.Node): ts.Declaration[] {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol) return [];
  return targetOf(symbol).declarations ?? [];
}

const targetOf = (symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

const known = new Map<ts.Node, Reach>();

/** What a function, or any piece of code, can come to. */
export function reachOf(start: ts.Node): Reach {
  const found = known.get(start);
  if (found) return found;
  const reach = { verbs: new Set<string>(), activities: new Set<string>(), writes: false };
  const seen = new Set<ts.Node>();
  const visit = (from: ts.Node): void => {
    if (seen.has(from)) return;
    seen.add(from);
    for (const node of nodesIn(from)) {
      if (isWritten(node)) reach.verbs.add(node.text);
      if (ts.isIdentifier(node) && /^(insertInto|updateTable|deleteFrom)$/.test(node.text))
        reach.writes = true;
      if (!ts.isIdentifier(node)) continue;
      for (const declaration of declared(node)) follow(declaration, node.text);
    }
  };
  const follow = (declaration: ts.Declaration, name: string): void => {
    if (!isOurs(declaration.getSourceFile())) return;
    if (ts.isMethodSignature(declaration) && placeOf(declaration) === 'contracts/activities.ts')
      reach.activities.add(name);
    else if (isCode(declaration)) visit(declaration);
  };
  visit(start);
  known.set(start, reach);
  return reach;
}

/** Code that runs when it is named: functions, methods, and constants that hold one. */
function isCode(node: ts.Declaration): boolean {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node))
    return true;
  if (!ts.isVariableDeclaration(node) && !ts.isPropertyDeclaration(node)) return false;
  const { initializer } = node;
  return (
    initializer !== undefined && !ts.isCallExpression(initializer) && !placeOf(node).startsWith('contracts/')
  );
}

/** A verb that stands in code: neither in a type, nor where an endpoint declares it, nor as an error, nor looked for. */
const isWritten = (node: ts.Node): node is ts.StringLiteral =>
  isVerb(node) &&
  !ts.isLiteralTypeNode(node.parent) &&
  !ts.isNewExpression(node.parent) &&
  !ts.isBinaryExpression(node.parent) &&
  !(ts.isCallExpression(node.parent) && /\.where$/.test(node.parent.expression.getText())) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'audit');

const isVerb = (node: ts.Node): node is ts.StringLiteral =>
  ts.isStringLiteral(node) && auditVerbs.some((verb) => verb === node.text);

const takes = (node: ts.Node, type: string): node is ts.FunctionDeclaration =>
  ts.isFunctionDeclaration(node) && node.parameters[0]?.type?.getText() === type;

/** What a module offers whose first parameter is of this type. */
export function offeredBy(file: string, type: string): ts.FunctionDeclaration[] {
  const source = program.getSourceFile(join(root, file));
  const symbol = source && checker.getSymbolAtLocation(source);
  const offered = symbol ? checker.getExportsOfModule(symbol) : [];
  return offered.flatMap((one) => targetOf(one).declarations ?? []).filter((node) => takes(node, type));
}

/** Functions that the files of a folder export and whose first parameter is of this type. */
export const exportedIn = (folder: string, type: string): ts.FunctionDeclaration[] =>
  sourcesUnder(folder).flatMap((file) => offeredBy(placeOf(file), type));

/** Methods and properties of this name in the object literals of a folder. */
export const membersNamed = (folder: string, name: string): ts.Node[] =>
  sourcesUnder(folder).flatMap((file) =>
    [...nodesIn(file)].filter(
      (node) =>
        (ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node)) &&
        ts.isObjectLiteralExpression(node.parent) &&
        node.name.getText() === name,
    ),
  );

export type DeclaredEndpoint = { place: string; url: string; audit: readonly string[]; handler: ts.Node };

/** Endpoints as they are declared: `app.get(url, options, handler)`, with the verbs that the options name. */
export function declaredEndpoints(): DeclaredEndpoint[] {
  return sourcesUnder('api/routes').flatMap((file) =>
    [...nodesIn(file)].flatMap((node) => {
      if (!ts.isCallExpression(node) || node.arguments.length < 3) return [];
      const [url, options] = node.arguments;
      const handler = node.arguments.at(-1);
      if (
        !url ||
        !options ||
        !handler ||
        !/^app\.(get|post|put|delete|patch)$/.test(node.expression.getText())
      )
        return [];
      const audit = [...nodesIn(options)].flatMap((one) => (isVerb(one) ? [one.text] : []));
      return [{ place: placeOf(node), url: url.getText(), audit, handler }];
    }),
  );
}
