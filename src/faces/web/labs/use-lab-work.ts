import { useEffect, useState } from 'preact/hooks'
import type { LabAttemptView } from '../../../application/read-lab.ts'
import type { LabReport } from '../../../domain/lab/types.ts'
import type { Problem } from '../api/client.ts'
import { useDebounced } from '../parts/use-debounced.ts'
import { announce } from '../shell/announce.ts'
import { keepFiles, keptFiles } from './kept-files.ts'
import { checkFiles, type Texts, type Tried, takeHint, tryFiles } from './lab-calls.ts'

/** Milliseconds of rest after a keystroke before the server is asked. */
const rest = 400

/** Work on an attempt: the files, what the visible cases say of them now, the report of the last check. */
export type LabWork = {
  readonly files: Texts
  readonly write: (path: string, text: string) => void
  readonly startOver: () => void
  readonly tried: Tried | null
  readonly report: LabReport | null
  /** True where files have changed since the report. */
  readonly stale: boolean
  readonly checking: boolean
  readonly check: () => Promise<void>
  readonly hints: readonly string[]
  readonly hint: () => Promise<void>
  readonly problem: Problem | null
}

/** Asks the server about the visible cases whenever typing rests; an answer that comes late is dropped. */
function useTries(labAttemptId: string, files: Texts): Tried | null {
  const [tried, setTried] = useState<Tried | null>(null)
  const settled = useDebounced(files, rest)
  useEffect(() => {
    let wanted = true
    void tryFiles(labAttemptId, settled).then((answer) => {
      if (wanted && answer.ok) setTried(answer.value)
    })
    return () => {
      wanted = false
    }
  }, [labAttemptId, settled])
  return tried
}

function useFiles({ labAttemptId, files: checked, lab }: LabAttemptView) {
  const [files, setFiles] = useState<Texts>(() => ({ ...checked, ...keptFiles(labAttemptId) }))
  const keep = (next: Texts): void => {
    setFiles(next)
    keepFiles(labAttemptId, next)
  }
  return {
    files,
    write: (path: string, text: string): void => {
      setFiles((before) => {
        const next = { ...before, [path]: text }
        keepFiles(labAttemptId, next)
        return next
      })
    },
    startOver: () => keep(Object.fromEntries(lab.files.map(({ path, start }) => [path, start]))),
  }
}

const same = (left: Texts, right: Texts): boolean => JSON.stringify(left) === JSON.stringify(right)

export function useLabWork(view: LabAttemptView): LabWork {
  const { labAttemptId } = view
  const { files, write, startOver } = useFiles(view)
  const tried = useTries(labAttemptId, files)
  const [report, setReport] = useState(view.report)
  const [checkedFiles, setCheckedFiles] = useState<Texts>(view.files)
  const [hints, setHints] = useState(view.hints)
  const [checking, setChecking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const check = async (): Promise<void> => {
    setChecking(true)
    const answer = await checkFiles(labAttemptId, files)
    setChecking(false)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setReport(answer.value.report)
    setCheckedFiles(files)
    announce(`Checked: ${answer.value.report.earned} of ${answer.value.report.possible} points.`)
  }
  const hint = async (): Promise<void> => {
    const answer = await takeHint(labAttemptId)
    setProblem(answer.ok ? null : answer.error)
    if (answer.ok) setHints(answer.value.hints)
  }
  return {
    ...{ files, write, startOver, tried, report, checking, check, hints, hint, problem },
    stale: report !== null && !same(files, checkedFiles),
  }
}
