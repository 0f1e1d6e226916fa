import type { Submission } from '../../submission.ts';
import { subjectProgram, type SubjectProgram } from './subject-program.ts';
import { strongestWall, type Wall } from './walls.ts';

/** All that it takes to start a subject, as plain data. */
export interface SubjectPlan {
  submission: Submission;
  program: SubjectProgram;
  wall: Wall;
  /** Wait for a debugger, whose address Node prints. Permissions and limits would be in its way, so there are none: this is for own code. */
  inspect: boolean;
  /** When the run ends, start the subject of the next one. */
  standby: boolean;
}

export async function planSubject(submission: Submission, { inspect = false, standby = false } = {}): Promise<SubjectPlan> {
  const [program, wall] = await Promise.all([subjectProgram(), strongestWall()]);
  return { submission, program, wall, inspect, standby };
}
