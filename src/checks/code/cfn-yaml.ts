/** CloudFormation's short forms (`!Ref Api`, `!GetAtt Plan.Id`) as the long ones (`{ Ref: Api }`), for the rules that look at references. */
import { isScalar, type CollectionTag, type ScalarTag, type YAMLMap, type YAMLSeq } from 'yaml';

const FUNCTIONS = [
  'Ref',
  'Condition',
  'Sub',
  'GetAtt',
  'Join',
  'Select',
  'Split',
  'If',
  'Equals',
  'And',
  'Or',
  'Not',
  'FindInMap',
  'ImportValue',
  'Base64',
  'Cidr',
  'GetAZs',
  'Transform',
  'Length',
  'ToJsonString',
];

const longName = (name: string) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`);

export const intrinsicTags: (ScalarTag | CollectionTag)[] = FUNCTIONS.flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => ({ [longName(name)]: name === 'GetAtt' ? text.split('.') : text }) },
  {
    tag: `!${name}`,
    collection: 'seq',
    resolve: (list: YAMLMap | YAMLSeq) => ({ [longName(name)]: list.items.map((item) => (isScalar(item) ? item.value : item)) }),
  },
]);
