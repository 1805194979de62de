import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source.ts'

/** Rewrites every file of a folder. */
function rewrite(folder: string, change: (text: string) => string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }
}

/**
 * Writes a programme's pack of its own into a folder outside the repository, for an exam of the catalogue: the items of
 * a shipped pack under other identifiers. Leave the shipped pack of that exam out where it is loaded.
 */
export function writeProgrammePack(folder: string): void {
  const pack = join(folder, 'harbour', 'dva-c02')
  cpSync(join(root, 'packs/cloud/saa-c03'), pack, { recursive: true })
  for (const part of ['items', 'reviews'])
    rewrite(join(pack, part), (text) => text.replaceAll('saa-c03-', 'harbour-'))
  const declared = join(pack, 'pack.yaml')
  const text = readFileSync(declared, 'utf8')
    .replace('examCode: SAA-C03', 'examCode: DVA-C02')
    .replace(/programme: .*/, 'programme: harbour')
    .replace(/title: .*/, 'title: Harbour developer')
    .replace('purpose: practice', 'purpose: programme')
  writeFileSync(declared, text)
}
