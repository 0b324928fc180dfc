/** The boundaries of the house. Each rule says which room may look into which; ARCHITECTURE.md says why. */
const rooms = ['access', 'directory', 'post', 'texts', 'plans', 'missions', 'partners', 'trace', 'intake'];
/** Rooms on the same floor do not know each other: plans < (missions, partners) < trace. */
const below = {
  access: [],
  directory: ['access'],
  post: ['directory', 'access'],
  texts: ['post', 'directory', 'access'],
  plans: ['post', 'directory', 'access', 'texts'],
  missions: ['post', 'directory', 'access', 'texts', 'plans'],
  partners: ['post', 'directory', 'access', 'texts', 'plans'],
  trace: ['post', 'directory', 'access', 'texts', 'plans', 'missions', 'partners'],
  intake: ['post', 'directory', 'access', 'texts', 'plans', 'missions', 'partners', 'trace'],
};
const test = '\\.test\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [test, '\\.d\\.ts$', '^src/routes/', '^src/hooks', '^src/app\\.', '^scripts/', '^bench/'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\$app|^\\./\\$types' },
    },
    {
      name: 'no-development-dependency-in-src',
      severity: 'error',
      from: { path: '^(src|server\\.ts)', pathNot: [test, '^src/routes/', '^src/hooks', '^src/ui/', '^src/testing/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
    {
      name: 'formats-know-the-kernel',
      severity: 'error',
      from: { path: '^src/formats/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(kernel|formats)/' },
    },
    {
      name: 'platform-knows-the-kernel',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(kernel|platform)/' },
    },
    {
      name: 'ui-knows-the-kernel',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(kernel|ui)/' },
    },
    {
      name: 'pure-stays-pure',
      comment: 'Domain, kernel and formats touch no Node built-in, no database, no framework.',
      severity: 'error',
      from: { path: ['^src/kernel/', '^src/formats/', '^src/modules/[^/]+/domain/'], pathNot: test },
      to: {
        path: [
          '^(node:)?(fs|path|os|net|http|https|child_process|worker_threads|crypto|stream|process)(/|$)',
          '^node_modules/(pg|kysely|svelte|@sveltejs)/',
          '^src/platform/',
        ],
      },
    },
    {
      name: 'database-only-in-store',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/db/', '^src/modules/[^/]+/store/', test, '^src/testing/'] },
      to: { path: '^node_modules/(pg|kysely)/' },
    },
    {
      name: 'domain-knows-no-store',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: test },
      to: { path: '^src/modules/[^/]+/(store|server)/' },
    },
    {
      name: 'routes-use-faces',
      severity: 'error',
      from: { path: '^src/(routes|cli|hooks)', pathNot: test },
      to: {
        path: '^src/(modules/[^/]+/(domain|store)/|modules/[^/]+/server/(?!index\\.ts)|platform/(?!http/|config/|log/|print/|workbench/))',
      },
    },
    ...rooms.map((room) => ({
      name: `room-${room}`,
      comment: `${room} meets the rooms below it, and those only by their faces.`,
      severity: 'error',
      from: { path: `^src/modules/${room}/`, pathNot: test },
      to: {
        path: '^src/modules/',
        pathNot: [
          `^src/modules/${room}/`,
          ...below[room].map((other) => `^src/modules/${other}/(server/)?index\\.ts$`),
        ],
      },
    })),
    {
      name: 'modules-know-no-pages',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: test },
      to: { path: '^src/(routes|ui|cli)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^build/', '^\\.svelte-kit/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.svelte'],
    },
  },
};
