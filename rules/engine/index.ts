export {
  certificate,
  issueCertificate,
  verifyCertificate,
  type Certificate,
  type Verification,
} from './certificate/index.js';
export { checkAnswer, isIdentifiers, type AnswerFault } from './frame/answers.js';
export {
  awaitsSecondReading,
  differences,
  digestOfIdentifiers,
  readCharacters,
  readIdentifier,
  readTime,
  withMarks,
  type IdentifierReading,
  sameness,
} from './identifiers/index.js';
export { loadEmergencyPage, untold, type EmergencyPage } from './intake/emergency.js';
export { loadOfficePage, type OfficePage } from './intake/office.js';
export { dictionaryFrom, loadRuleSetFrom, writtenFrom } from './load/content.js';
export { ruleSetOn, type BoundRuleSet } from './rule-set/bound.js';
export { determine, type DetermineInput } from './determine.js';
export type { Dictionary, FactEntry } from './rule-set/dictionary.js';
export { compiledEvaluator } from './evaluate/evaluator-compiled.js';
export { jsonRulesEvaluator } from './evaluate/evaluator-json-rules.js';
export { judgeExample, type Example, type ExampleOutcome } from './load/examples.js';
export { buildFrame, type FrameInput } from './frame/frame.js';
export { frameAnew } from './frame/reframe.js';
export { overrideFault, type OverrideFault } from './rule-set/overrides.js';
export { noticeTermsOn } from './notice-terms.js';
export { loadRuleSet } from './load/load.js';
export { prose } from './wording/prose.js';
export { routesSideBySide } from './wording/routes-side-by-side.js';
export { languages, type Language } from './schema/texts.js';
export { lotInFlight, type SentOutside } from './merge/lot-in-flight.js';
export { resultBy, type Result } from './merge/result.js';
export { determineAside, inlineItems, proseAside, stopThreads } from './thread.js';
export { routesOf, valueOn } from './rule-set/rule-set.js';
export type { RuleSet } from './rule-set/rule-set.js';
export { frameFromScenario, ScenarioError, scenarioOf, type Days, type Scenario } from './frame/scenario.js';
export { asExpected, compareWithExpected, expectation } from './frame/scenario-expected.js';
export { RuleSetError, type PageFault } from './load/source.js';
export { isDay } from './rule-set/value-types.js';
