// Which folder of src may import which. Anything absent here is forbidden.
const may = {
  core: [],
  catalogue: ['core'],
  share: ['core'],
  worker: ['core', 'catalogue'],
  editor: ['core'],
  graph: ['core'],
  parts: ['core'],
  lessons: ['core'],
  offline: [],
  state: ['core', 'share', 'worker'],
  present: ['core', 'state', 'graph', 'parts'],
  embed: ['core', 'catalogue', 'share', 'graph', 'parts'],
  ui: ['core', 'catalogue', 'worker', 'state', 'share', 'graph', 'parts', 'editor', 'present', 'lessons', 'offline'],
};

// Npm packages that only some folders may touch.
const owned = {
  'monaco-editor': 'editor',
  'd3-(zoom|selection)': 'graph',
  'dockerfile-ast': 'core',
  'd3-dag': 'core',
  unbash: 'core',
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-plain',
      severity: 'error',
      from: { path: '^src/(core|share|catalogue|worker)/' },
      to: { path: 'node_modules/svelte/' },
    },
    // The catalogue's import scripts run in Node and read facts; nothing of the app may reach them.
    {
      name: 'import-scripts-are-apart',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/catalogue/import/' },
      to: { path: '^src/catalogue/import/' },
    },
    ...Object.entries(may).map(([folder, allowed]) => ({
      name: `${folder}-imports`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/((${[folder, ...allowed].join('|')})/|app\\.css$)` },
    })),
    // Other rooms enter core through its doors: what a first picture needs, the layouts it takes one of, and the depth
    // that loads behind it.
    {
      name: 'core-has-five-doors',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/' },
      to: { path: '^src/core/', pathNot: '^src/core/(index|depth|right|wide|down).ts$' },
    },
    ...Object.entries(owned).map(([name, folder]) => ({
      name: `${folder}-owns-${name}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${folder}/` },
      to: { path: `node_modules/${name}/` },
    })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'svelte', 'types', 'default'] },
  },
};
