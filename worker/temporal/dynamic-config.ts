/** Settings of the engine that are no environment variables. Keys are the server's own. */
const always = {
  'frontend.enableServerVersionCheck': false,
  'system.forceSearchAttributesCacheRefreshOnRead': true,
};

/** Only for tests: lets a test move one workflow's clock. Both names, since the key was renamed after 1.32. */
const timeSkipping = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'system.workflowTimeSkippingEnabled': true,
};

export function dynamicConfig(options: { timeSkipping: boolean }): Record<string, boolean> {
  return options.timeSkipping ? { ...always, ...timeSkipping } : always;
}

/** As the server's file client reads it (YAML). */
export function dynamicConfigFile(settings: Record<string, boolean>): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key}:\n  - value: ${String(value)}\n`)
    .join('');
}
