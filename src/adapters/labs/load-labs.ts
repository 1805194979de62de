import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { LabShelf, LabSolution } from '../../application/ports.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { once } from '../../domain/kernel/once.ts'
import type { Lab, LabFiles } from '../../domain/lab/types.ts'
import { type LabFileContent, labSchema } from './lab-schema.ts'

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name))
        .sort()
    : []

/** Folders `<programme>/labs/<lab>` that hold a `lab.yaml`. */
const labFolders = (packs: string): string[] =>
  foldersIn(packs)
    .flatMap((programme) => foldersIn(join(programme, 'labs')))
    .filter((folder) => existsSync(join(folder, 'lab.yaml')))

function refuse(file: string, faults: readonly string[]): never {
  throw new CairnError(
    'lab-invalid',
    `${file} cannot be used: ${faults.join('; ')}. Correct it, or leave its folder out.`,
  )
}

function readContent(file: string): LabFileContent {
  let value: unknown
  try {
    value = parse(readFileSync(file, 'utf8'), { merge: true })
  } catch (cause) {
    return refuse(file, [(cause as Error).message])
  }
  const parsed = labSchema.safeParse(value)
  if (parsed.success) return parsed.data
  return refuse(
    file,
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  )
}

function readLab(folder: string): Lab {
  const { shared: _, ...content } = readContent(join(folder, 'lab.yaml'))
  const files = content.files.map((file) => {
    const start = join(folder, 'start', file.path)
    if (!existsSync(start)) refuse(start, ['the file to start from is missing'])
    return { ...file, start: readFileSync(start, 'utf8') }
  })
  return { ...content, files } as Lab
}

const readTexts = (folder: string): LabFiles =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

/** Names the solution whose other files a solution shares, as `right/by-name`. */
const baseFile = '_from'

/** The files of a solution over those of the one that it names in `_from`. */
function readSolution(folder: string, name: string): LabFiles {
  const { [baseFile]: base, ...own } = readTexts(join(folder, 'solutions', name))
  return base === undefined ? own : { ...readSolution(folder, base.trim()), ...own }
}

const readSolutions = (folder: string): LabSolution[] =>
  (['right', 'faulty'] as const).flatMap((kind) =>
    foldersIn(join(folder, 'solutions', kind)).map((solution) => ({
      name: solution.slice(folder.length + 1),
      right: kind === 'right',
      files: readSolution(folder, solution.slice(join(folder, 'solutions').length + 1)),
    })),
  )

/**
 * Labs below folders of packs, read when first asked for, in the order of their codes.
 * Throws CairnError `lab-invalid` for a lab that cannot be used.
 */
export function loadLabs(packFolders: readonly string[]): LabShelf {
  const read = once(() =>
    packFolders
      .flatMap(labFolders)
      .map((folder) => ({ folder, lab: readLab(folder) }))
      .sort((left, right) => (left.lab.code < right.lab.code ? -1 : 1)),
  )
  return {
    labs: () => read().map(({ lab }) => lab),
    solutions: (labId) => {
      const found = read().find(({ lab }) => lab.id === labId)
      return found === undefined ? [] : readSolutions(found.folder)
    },
  }
}
