import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabAttemptView } from '../../application/read-lab.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import type { CliRefusal } from './cli.ts'
import { taskText } from './lab-view.ts'

/** Names the attempt that a folder of files belongs to. */
const markFile = '.cairn-lab.json'

/** The page of the lab, for reading beside the editor. */
const taskFile = 'LAB.md'

type Mark = { readonly labAttemptId: string; readonly files: readonly string[] }

/** Writes the files of an attempt and its task into a folder that holds none of another. */
export async function writeLabFolder(
  folder: string,
  view: LabAttemptView,
): Promise<Result<readonly string[], CliRefusal>> {
  await mkdir(folder, { recursive: true })
  const names = Object.keys(view.files)
  const mark: Mark = { labAttemptId: view.labAttemptId, files: names }
  const texts = [
    [markFile, `${JSON.stringify(mark)}\n`],
    [taskFile, taskText(view, folder)],
    ...Object.entries(view.files),
  ] as const
  try {
    for (const [name, text] of texts) await writeFile(join(folder, name), text, { flag: 'wx' })
    return ok(names)
  } catch {
    const message = `${folder} already holds files of a lab. Name another folder with --dir.`
    return fail({ code: 'folder-taken', folder, message })
  }
}

const unreadable = (folder: string): CliRefusal => ({
  code: 'folder-without-lab',
  folder,
  message: `${folder} holds no lab. Name the folder that "cairn lab start" made.`,
})

async function readMark(folder: string): Promise<Mark | null> {
  try {
    return JSON.parse(await readFile(join(folder, markFile), 'utf8')) as Mark
  } catch {
    return null
  }
}

/** The attempt of a folder and its files as they stand; a file that was deleted counts as it started. */
export async function readLabFolder(
  folder: string,
): Promise<
  Result<{ readonly labAttemptId: string; readonly files: Readonly<Record<string, string>> }, CliRefusal>
> {
  const mark = await readMark(folder)
  if (mark === null) return fail(unreadable(folder))
  const files: Record<string, string> = {}
  for (const name of mark.files) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => null)
    if (text !== null) files[name] = text
  }
  return ok({ labAttemptId: mark.labAttemptId, files })
}
