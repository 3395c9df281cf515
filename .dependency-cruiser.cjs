// Imports point one way: entries → everything; forge/* and models/* → their port and domain;
// session → domain, the pipelines' interface, dataset and the ports; pipelines → domain, dataset; domain → zod.
const entries =
  '^src/(action|cli|compose|project|provider|session-setting|system-clock|process-identity)\\.ts$|^src/(action|commands|database|database-import|index-cache|kinds|setup|up)/'

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { dependencyTypesNot: ['core'], pathNot: [...allowed, from] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['^src/cli\\.ts$', 'write-schema\\.ts$'] }, to: {} },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'not-to-dev-dependency', severity: 'error', from: { path: '^src' }, to: { dependencyTypes: ['npm-dev'] } },
    only('domain-is-pure', '^src/domain/', ['node_modules/zod/'], 'The domain knows zod and itself.'),
    {
      name: 'domain-has-no-io',
      severity: 'error',
      from: { path: '^src/(domain|pipelines)/' },
      to: { path: '^(node:)?(fs|child_process|http|https|net|timers|os)($|/)' },
    },
    only('dataset', '^src/dataset/', ['^src/domain/', 'node_modules/(zod|csv-parse)/'], 'The dataset knows the domain.'),
    only(
      'pipelines',
      '^src/pipelines/',
      ['^src/domain/', '^src/dataset/', 'node_modules/(zod|jsonrepair)/'],
      'Pipelines are pure: domain and dataset.',
    ),
    only(
      'models',
      '^src/models/',
      ['^src/domain/', 'node_modules/(zod|openai|@google/genai)/'],
      'Adapters know their port and the domain.',
    ),
    only(
      'forge',
      '^src/forge/',
      ['^src/domain/', 'node_modules/(zod|dataloader|bottleneck|@octokit|@actions/github)/'],
      'Adapters know their port and the domain.',
    ),
    only(
      'rehearsal',
      '^src/rehearsal/',
      ['^src/domain/', 'node_modules/(zod|jsonrepair)/'],
      'The embedded provider knows nothing of its clients.',
    ),
    only(
      'session',
      '^src/session/',
      [
        '^src/domain/',
        '^src/dataset/',
        '^src/pipelines/pipeline\\.ts$',
        '^src/forge/forge\\.ts$',
        '^src/models/(model|model-error|batch)\\.ts$',
        'node_modules/zod/',
      ],
      'A session knows ports, never adapters.',
    ),
    only(
      'orchestrator',
      '^src/orchestrator/',
      ['^src/domain/', '^src/dataset/', '^src/session/', '^src/forge/forge\\.ts$', 'node_modules/zod/'],
      'What is planned depends on state, never on how it is stored.',
    ),
    only(
      'simulation',
      '^src/simulation/',
      ['^src/(domain|dataset|session|orchestrator|config|pipelines)/', '^src/models/batch\\.ts$', 'node_modules/zod/'],
      'The simulator runs what is real on a clock of its own.',
    ),
    only(
      'config',
      '^src/config/',
      ['^src/domain/', 'node_modules/(zod|yaml|fastest-levenshtein)/'],
      'Configuration knows the domain.',
    ),
    { name: 'nothing-imports-entries', severity: 'error', from: { path: '^src/', pathNot: entries }, to: { path: entries } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
}
