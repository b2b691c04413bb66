import { checks, type Finding } from './finding.js';

/** Findings in SARIF 2.1.0, which code hosts and editors show beside the line. `folder` stands before each file. */
export const sarif = (findings: readonly Finding[], folder: string): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'rogatory',
          rules: Object.entries(checks).map(([id, { says, level }]) => ({
            id,
            shortDescription: { text: says },
            defaultConfiguration: { level },
          })),
        },
      },
      results: findings.map(({ check, level, says, file, line, column }) => ({
        ruleId: check,
        level,
        message: { text: says },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: `${folder}/${file}` },
              region: { startLine: line, startColumn: column },
            },
          },
        ],
      })),
    },
  ],
});
