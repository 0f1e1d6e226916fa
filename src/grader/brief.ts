import { formatFinding, type ContentFile } from '../facts/finding.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { briefSchema, type Brief } from './brief-schema.ts';

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/**
 * The frontmatter of a brief, checked.
 * @throws Error with one line for each mistake: `file:line:column  field: reason`
 */
export function parseBrief({ path, text }: ContentFile): Brief {
  const [, frontmatter] = FRONTMATTER.exec(text) ?? [];
  if (frontmatter === undefined) throw new Error(`${path}:1:1  must begin with frontmatter between two lines of ---`);

  const source = readYaml({ path, text: frontmatter }, 2);
  if (source.findings.length > 0) throw new Error(source.findings.map(formatFinding).join('\n'));

  const result = briefSchema.safeParse(source.value);
  if (result.success) return result.data;
  throw new Error(
    result.error.issues
      .map((issue) =>
        formatFinding({ file: path, ...source.placeOf(issue.path), message: `${issue.path.join('.') || 'frontmatter'}: ${issue.message}` }),
      )
      .join('\n'),
  );
}
