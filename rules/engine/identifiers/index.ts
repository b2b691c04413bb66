export { mark, readCharacters, withHiddenShown, withMarks } from './characters.js';
export { identifierFaults, readIdentifier, type IdentifierReading } from './read.js';
export { awaitsSecondReading, differences, digestOfIdentifiers } from './second-reading.js';
export { sameness } from './sameness.js';
export { readTime, windowFaults, zoneOf, type ReadTime } from './times.js';
