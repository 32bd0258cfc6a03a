/**
 * A report on its way from a worker to the extension: after an edit most functions are as they were,
 * so only what differs from the report before is sent. Both ends keep the same reports, since a
 * worker's letters come in order and each end has a link of its own for each worker.
 */
import type { FileReport, FunctionReport } from '../check/report';

/** A function of the report before by its place there, with the fields that differ. */
interface Changed {
  readonly place: number;
  readonly fields: Partial<FunctionReport>;
}

export interface SentReport {
  /** The report but for its functions. */
  readonly rest: Omit<FileReport, 'functions'>;
  readonly functions: readonly (FunctionReport | Changed)[];
}

/** Files whose reports are kept; beyond that both ends start over. */
const mostFiles = 100;

/** The worker's end: what the core made into what is sent. */
export function reportSender(): (report: FileReport) => SentReport {
  const kept = new Kept();
  return (report) => {
    const before = kept.replace(report);
    const places = new Map(before.map(({ name }, place) => [name, place]));
    const { functions, ...rest } = report;
    return {
      rest,
      functions: functions.map((each) => {
        const place = places.get(each.name);
        const fields = place === undefined ? null : difference(before[place], each);
        return place === undefined || fields === null ? each : { place, fields };
      }),
    };
  };
}

/** The extension's end: what was sent into the report; functions that are as they were are the same objects. */
export function reportReceiver(): (sent: SentReport) => FileReport {
  const kept = new Kept();
  return ({ rest, functions }) => {
    const before = kept.of(rest.path);
    const report: FileReport = {
      ...rest,
      functions: functions.map((each) => {
        if (!('place' in each)) return each;
        const isSame = Object.keys(each.fields).length === 0;
        return isSame ? before[each.place] : { ...before[each.place], ...each.fields };
      }),
    };
    kept.replace(report);
    return report;
  };
}

/** The fields that are other objects or values now; null where one is gone, which no change can say. */
function difference(before: FunctionReport, now: FunctionReport): Changed['fields'] | null {
  if (Object.keys(before).some((key) => !(key in now))) return null;
  const fields = Object.entries(now).filter(
    ([key, value]) => value !== before[key as keyof FunctionReport],
  );
  return Object.fromEntries(fields);
}

/** The last report of each file. */
class Kept {
  private readonly reports = new Map<string, readonly FunctionReport[]>();

  of(path: string): readonly FunctionReport[] {
    return this.reports.get(path) ?? [];
  }

  /** Keeps a report; gives the functions of the one before. */
  replace({ path, functions }: FileReport): readonly FunctionReport[] {
    const before = this.of(path);
    if (!this.reports.has(path) && this.reports.size >= mostFiles) this.reports.clear();
    this.reports.set(path, functions);
    return before;
  }
}
