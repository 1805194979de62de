// `npm pack`: emits JavaScript and declarations, the data files that lie between the sources, and the built pages.
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages, mustRun, node, root } from './prepare.mjs'

const dist = join(root, 'dist')
for (const name of readdirSync(root).includes('dist') ? readdirSync(dist) : []) {
  if (name !== 'web') rmSync(join(dist, name), { recursive: true })
}
mustRun(
  node,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  'The messages above say where.',
)
cpSync(join(root, 'src'), dist, {
  recursive: true,
  filter: (path) => !path.startsWith(join(root, 'src/faces/web')) && !/\.tsx?$/.test(path),
})
cpSync(join(root, 'src/adapters/credentials/contexts'), join(dist, 'adapters/credentials/contexts'), {
  recursive: true,
})
buildPages()
