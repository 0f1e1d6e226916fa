/**
 * The arrows of the house: who may import whom. Each rule's comment is what a person reads when it breaks.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'exercises-stand-alone',
      comment: 'An exercise imports only files of its own folder: it is graded elsewhere, with nothing else at hand.',
      severity: 'error',
      from: { path: '^exercises/([^/]+)/' },
      to: { pathNot: ['^exercises/$1/', 'node_modules/vitest/'] },
    },
    {
      name: 'solutions-know-contracts-only',
      comment: 'A solution imports its own folder and its contract.',
      severity: 'error',
      from: { path: '^solutions/([^/]+)/' },
      to: { pathNot: ['^solutions/$1/', '^exercises/$1/contract\\.ts$'] },
    },
    {
      name: 'gateway-gets-its-parts',
      comment: 'The gateway is handed its parts, so that it runs on the reference, on a learner’s code, or on a mix.',
      severity: 'error',
      from: { path: '^src/gateway/' },
      to: { path: '^(solutions|src/(simulator|grader|workshop|cli|pages|components))/' },
    },
    {
      name: 'simulator-drives-the-gateway',
      comment: 'The simulator imports the gateway and contracts, never a host or a page.',
      severity: 'error',
      from: { path: '^src/simulator/' },
      to: { path: '^(solutions|src/(workshop|cli|pages|components))/' },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'This code runs in a browser or in a Worker: no Node modules.',
      severity: 'error',
      from: {
        path: [
          '^src/(gateway|simulator|explorables|calculators|workbench|progress|type-service|formatter)/',
          '^src/disk-link/messages',
          '^src/offline/(keeper|service-worker|keep-course|messages)',
          '^src/grader/(boundary|judge|hosts/browser)/',
          '^solutions/',
          '\\.svelte$',
        ],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-a-verb',
      comment: 'A command-line verb is an end point. What two verbs share belongs in a module of its own.',
      severity: 'error',
      from: { pathNot: ['^src/cli/', '^tests/'] },
      to: { path: '^src/cli/' },
    },
    {
      name: 'nobody-imports-a-page',
      comment: 'Pages are end points; verbs and modules do not reach into them.',
      severity: 'error',
      from: { pathNot: '^src/pages/' },
      to: { path: '^src/pages/' },
    },
    {
      name: 'hidden-suites-see-the-judge-only',
      comment: 'A hidden suite runs in every host unchanged: it imports vitest, fast-check, the judge and a contract.',
      severity: 'error',
      from: { path: '^tests/hidden/([^/]+)/' },
      to: { pathNot: ['^tests/hidden/$1/', '^exercises/$1/contract\\.ts$', '^src/grader/judge/', 'node_modules/(vitest|fast-check)/'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that import each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'Every package that is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'], pathNot: '^(astro|virtual):' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(tests/(attacks|wrong|stubs)/|dist/|\\.astro/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'svelte', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.astro'],
    },
  },
};
