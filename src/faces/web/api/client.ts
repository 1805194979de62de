import type { Result } from '../../../domain/kernel/result.ts'

/** Why a call was not done: the server's RFC 9457 body, or `no-answer` with status 0 when nothing came back. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  /** The whole body, with the facts that belong to the code. */
  readonly facts: Readonly<Record<string, unknown>>
}

export type Answer<T> = Result<T, Problem>

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const patienceMs = 20_000

const noAnswer: Problem = {
  status: 0,
  code: 'no-answer',
  title: 'The server does not answer',
  detail:
    'Cairn runs on your own machine: check that it is still running (npm start), then try again. What you saved is kept.',
  facts: {},
}

const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}))
  const facts = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  return {
    status: response.status,
    code: text(facts.code, `status-${response.status}`),
    title: text(facts.title, 'This could not be done'),
    detail: text(facts.detail, `The server answered with status ${response.status}. Try again.`),
    facts,
  }
}

/** Calls the API. Never throws: what went wrong is a value with its next step. */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
  const init: RequestInit = {
    method,
    signal: AbortSignal.timeout(patienceMs),
    headers: { accept: 'application/json' },
  }
  if (body !== undefined)
    Object.assign(init, {
      body: JSON.stringify(body),
      headers: { ...init.headers, 'content-type': 'application/json' },
    })
  try {
    const response = await fetch(`/api/v1${path}`, init)
    if (!response.ok) return { ok: false, error: await readProblem(response) }
    return { ok: true, value: (response.status === 204 ? undefined : await response.json()) as T }
  } catch {
    return { ok: false, error: noAnswer }
  }
}
