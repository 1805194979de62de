import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answer, Problem } from '../api/client.ts'
import { factLines, nextStepOf } from '../api/problem-facts.ts'

/** A value on its way. `refreshing` is true while a newer one is fetched and the old one still shown. */
export type Loading<T> = {
  readonly value: T | null
  readonly problem: Problem | null
  readonly refreshing: boolean
  readonly reload: () => void
}

/** Loads a value whenever `inputs` change; an answer that comes after a newer question is dropped. */
export function useLoad<T>(load: () => Promise<Answer<T>>, inputs: readonly unknown[]): Loading<T> {
  const [state, setState] = useState<Omit<Loading<T>, 'reload'>>({
    value: null,
    problem: null,
    refreshing: true,
  })
  const latest = useRef(0)
  const reload = useCallback(() => {
    const turn = ++latest.current
    setState((before) => ({ ...before, refreshing: true }))
    void load().then((answer) => {
      if (turn !== latest.current) return
      setState((before) =>
        answer.ok
          ? { value: answer.value, problem: null, refreshing: false }
          : { value: before.value, problem: answer.error, refreshing: false },
      )
    })
  }, inputs)
  useEffect(() => {
    reload()
    return () => {
      latest.current++
    }
  }, [reload])
  return { ...state, reload }
}

/** True when asking again may help: nothing came back, or the server is busy or ill. */
const mayPass = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500

/** Says what went wrong and what to do next. */
export function ProblemNote({ problem, retry }: { readonly problem: Problem; readonly retry?: () => void }) {
  return (
    <div class="note note-problem" role="alert">
      <p class="note-title">{problem.title}</p>
      <p>{nextStepOf(problem)}</p>
      {factLines(problem).map((line) => (
        <p key={line} class="small">
          {line}
        </p>
      ))}
      {retry === undefined || !mayPass(problem) ? null : (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  )
}

type LoadedProps<T> = {
  readonly from: Loading<T>
  readonly what: string
  readonly children: (value: T) => ComponentChildren
}

/** Shows a loaded value, or that it is coming, or why it did not come. */
export function Loaded<T>({ from, what, children }: LoadedProps<T>) {
  if (from.value !== null) {
    return (
      <>
        {from.problem === null ? null : <ProblemNote problem={from.problem} retry={from.reload} />}
        {children(from.value)}
      </>
    )
  }
  if (from.problem !== null) return <ProblemNote problem={from.problem} retry={from.reload} />
  return (
    <p class="loading" role="status">
      Fetching {what} …
    </p>
  )
}
