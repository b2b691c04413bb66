import { join } from 'node:path';
import ts from 'typescript';

/** Ways out of each state, by family: what the type of every row says it may return. */
export type Tables = Record<string, Record<string, string[]>>;

/**
 * Reads the tables of `workflows/routes` by their types. A row returns the name of the next state, so its return type is the
 * set of its ways out; nothing is run, and a row cannot lead anywhere else and compile.
 */
export function readTables(root: string): Tables {
  const file = join(root, 'workflows/routes/index.ts');
  const program = ts.createProgram([file], optionsOf(root));
  const checker = program.getTypeChecker();
  const list = objectNamed(program.getSourceFile(file), 'routeTables');
  const families = list.properties.filter(ts.isPropertyAssignment);
  return Object.fromEntries(
    families.map(({ name, initializer }) => [
      name.getText(),
      waysOut(checker, tableOf(checker, initializer)),
    ]),
  );
}

function optionsOf(root: string): ts.CompilerOptions {
  const path = join(root, 'workflows/tsconfig.json');
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const parsed = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  if (!parsed) throw new Error(`${path} cannot be read`);
  return parsed.options;
}

function objectNamed(source: ts.SourceFile | undefined, name: string): ts.ObjectLiteralExpression {
  const found = source?.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name)?.initializer;
  const object = found && ts.isSatisfiesExpression(found) ? found.expression : found;
  if (!object || !ts.isObjectLiteralExpression(object)) throw new Error(`no object ${name}`);
  return object;
}

/** Type of the table in `const x = route('FAMILY', table)`. */
function tableOf(checker: ts.TypeChecker, name: ts.Expression): ts.Type {
  const symbol = checker.getSymbolAtLocation(name);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = target?.valueDeclaration;
  const call = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const table = call && ts.isCallExpression(call) ? call.arguments[1] : undefined;
  if (!table) throw new Error(`${name.getText()} is not made by route(family, table)`);
  return checker.getTypeAtLocation(table);
}

const waysOut = (checker: ts.TypeChecker, table: ts.Type): Record<string, string[]> =>
  Object.fromEntries(
    table.getProperties().map((row) => [row.name, namesIn(checker, checker.getTypeOfSymbol(row), row.name)]),
  );

function namesIn(checker: ts.TypeChecker, row: ts.Type, name: string): string[] {
  const [signature] = row.getCallSignatures();
  const returned = signature && checker.getAwaitedType(signature.getReturnType());
  if (!returned) throw new Error(`row ${name} is no function`);
  const parts = returned.isUnion() ? returned.types : [returned];
  return parts
    .map((part) => {
      if (part.isStringLiteral()) return part.value;
      throw new Error(`row ${name} may return ${checker.typeToString(part)}, which names no state`);
    })
    .sort();
}
