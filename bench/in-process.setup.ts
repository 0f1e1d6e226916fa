import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProcessSubject } from '../src/grader/hosts/in-process.ts';
import { connectSubject } from '../src/grader/judge/suite.ts';

connectSubject(
  inProcessSubject(
    await import(/* @vite-ignore */ pathToFileURL(resolve(process.env.SUBJECT ?? 'solutions/token-bucket/token-bucket.ts')).href),
  ),
);
