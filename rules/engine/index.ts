export {
  certificate,
  issueCertificate,
  verifyCertificate,
  type Certificate,
  type Verification,
} from './certificate/index.js';
export { checkAnswer, isIdentifiers, type AnswerFault } from './answers.js';
export {
  awaitsSecondReading,
  differences,
  digestOfIdentifiers,
  readCharacters,
  readIdentifier,
  readTime,
  withMarks,
  type IdentifierReading,
} from './identifiers/index.js';
export { loadRuleSetFrom } from './content.js';
export { ruleSetOn, type BoundRuleSet } from './bound.js';
export { determine, type DetermineInput } from './determine.js';
export type { Dictionary, FactEntry } from './dictionary.js';
export { compiledEvaluator } from './evaluator-compiled.js';
export { jsonRulesEvaluator } from './evaluator-json-rules.js';
export { judgeExample, type Example, type ExampleOutcome } from './examples.js';
export { buildFrame, type FrameInput } from './frame.js';
export { overrideFault, type OverrideFault } from './overrides.js';
export { loadRuleSet } from './load.js';
export { prose } from './prose.js';
export { routesSideBySide } from './routes-side-by-side.js';
export { languages, type Language } from './schema-texts.js';
export { differenceBetween, resultBy, type Result } from './result.js';
export { determineAside, inlineItems, stopThreads } from './thread.js';
export type { RuleSet } from './rule-set.js';
export { frameFromScenario, ScenarioError, scenarioOf, type Days, type Scenario } from './scenario.js';
export { asExpected, compareWithExpected, expectation } from './scenario-expected.js';
export { RuleSetError, type PageFault } from './source.js';
export { isDay } from './value-types.js';
