/** Refusals about releases of the rules. */
export const releaseErrors = {
  RELEASE_SELF: {
    status: 403,
    title: 'Nobody changes the rules in force alone',
    says: 'Another person than who proposed it, and than whom he or she stands in for, does this.',
  },
  RELEASE_STATE: {
    status: 409,
    title: 'This is not the next step of the release',
    says: 'It is {}.',
  },
  RELEASE_NOT_WHOLE: {
    status: 422,
    title: 'These rules do not hold together, or fail their own examples',
    says: 'Mend what `errors` names, {} in all, and propose a new release; rogatory rules check --dir DIR names every fault.',
  },
  RELEASE_DATE_PAST: {
    status: 422,
    title: 'No rule comes into force on a day that is over, or earlier than approved',
    says: 'Name a day from {} on.',
  },
  RELEASE_STALE: {
    status: 409,
    title: 'Other rules were published since this release was proposed',
    says: 'It was proposed in the place of {}. Propose it again from the rules that are published now, so that nothing of theirs is lost.',
  },
  RELEASE_MISFIT: {
    status: 409,
    title: 'Cases on file cannot be read by these rules',
    says: 'Facts that people have answered do not fit: {}. Keep these facts in the dictionary, and propose again.',
  },
} as const;
