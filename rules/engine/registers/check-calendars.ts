import type { RegisterFiles } from './model.js';
import type { PageFault } from '../load/source.js';
import { faultAt } from './read.js';

/** A year of a calendar belongs to a State with a week, says its own year, and says each day once. */
export function checkCalendars(files: RegisterFiles, faults: PageFault[]): void {
  const weeks = new Set(files.weeks.map(({ data }) => data.state));
  for (const { source, data } of files.years) {
    if (source.file !== `calendars/${data.state}/${data.year}.yaml`) {
      faults.push(faultAt(source, ['year'], `${data.state} ${data.year} is not what the file's name says`));
    }
    if (!weeks.has(data.state)) faults.push(faultAt(source, ['state'], `${data.state} has no week.yaml`));
    const seen = new Set<string>();
    data.days.forEach((group, index) => {
      for (const date of Object.keys(group.dates)) {
        const path = ['days', index, 'dates', date];
        if (seen.has(date)) faults.push(faultAt(source, path, `${date} stands here twice`));
        if (!date.startsWith(`${data.year}-`))
          faults.push(faultAt(source, path, `${date} is no day of ${data.year}`));
        seen.add(date);
      }
    });
  }
}
