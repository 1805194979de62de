import { useState } from 'preact/hooks'
import type { AttemptView } from '../../../application/read-attempt.ts'
import { call, type Problem } from '../api/client.ts'
import type { StartRequest } from '../api/types.ts'
import { navigate } from '../shell/navigation.ts'

type Start = {
  readonly start: (request: StartRequest) => Promise<void>
  readonly starting: boolean
  readonly problem: Problem | null
}

/** Starts an attempt and goes to it; the clock runs from the server's answer on. */
export function useStart(): Start {
  const [starting, setStarting] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const start = async (request: StartRequest): Promise<void> => {
    setStarting(true)
    setProblem(null)
    const answer = await call<AttemptView>('POST', '/attempts', request)
    setStarting(false)
    if (answer.ok) navigate(`/attempts/${answer.value.attemptId}`)
    else setProblem(answer.error)
  }
  return { start, starting, problem }
}
