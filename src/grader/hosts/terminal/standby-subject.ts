/** The subject of the next run, started before there is a submission: its process takes as long to start as a suite to run. */
import { spawnSubject, type SpawnedSubject } from './spawn-subject.ts';
import type { SubjectPlan } from './subject-plan.ts';

let standby: SpawnedSubject | undefined;

export function startStandbySubject(plan: SubjectPlan): void {
  standby ??= spawnSubject(plan);
}

/** The subject that stands by, once; undefined if there is none, or if it has been ended meanwhile. */
export function takeStandbySubject(): SpawnedSubject | undefined {
  const subject = standby;
  standby = undefined;
  return subject?.child.exitCode === null && subject.child.signalCode === null ? subject : undefined;
}
