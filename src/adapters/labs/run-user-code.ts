import { getQuickJS, type QuickJSContext, shouldInterruptAfterDeadline } from 'quickjs-emscripten'
import type { UserCode } from '../../application/ports.ts'
import type { Json } from '../../domain/cloud/json.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'

/** Memory of one run in bytes, its stack, and the time it may take in milliseconds. */
const limits = { memory: 8 * 1024 * 1024, stack: 256 * 1024, time: 250 } as const

type Outcome = Result<Json, { readonly code: 'code-failed'; readonly text: string }>

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { name, message } = error as { readonly name?: string; readonly message?: string }
  if (message === 'interrupted') return `It did not end within ${limits.time} ms.`
  return `${name ?? 'Error'}: ${message ?? JSON.stringify(error)}`
}

function evaluate(context: QuickJSContext, source: string): Outcome {
  const result = context.evalCode(source, 'lab.js')
  if (result.error) {
    const error: unknown = context.dump(result.error)
    result.error.dispose()
    return fail({ code: 'code-failed', text: messageOf(error) })
  }
  const text: unknown = context.dump(result.value)
  result.value.dispose()
  return ok(JSON.parse(typeof text === 'string' ? text : 'null') as Json)
}

/**
 * Runs a person's JavaScript in QuickJS, which has neither files nor network, clock of the host or modules. The value of
 * `entry`, an expression in which `input` is given, comes back as JSON.
 */
export const userCode: UserCode = {
  run: async ({ source, entry, input }) => {
    const quickjs = await getQuickJS()
    const runtime = quickjs.newRuntime()
    runtime.setMemoryLimit(limits.memory)
    runtime.setMaxStackSize(limits.stack)
    runtime.setInterruptHandler(shouldInterruptAfterDeadline(Date.now() + limits.time))
    const context = runtime.newContext()
    try {
      const program = `${source}\n;JSON.stringify(((input) => (${entry}))(${JSON.stringify(input)}))`
      return evaluate(context, program)
    } finally {
      context.dispose()
      runtime.dispose()
    }
  },
}
