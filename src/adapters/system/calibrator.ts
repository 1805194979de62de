import { Worker } from 'node:worker_threads'
import type { CalibrationJob, CalibrationWatch, Calibrator } from '../../application/ports.ts'
import { fail } from '../../domain/kernel/result.ts'
import type { CalibrationMessage } from './calibration-worker.ts'

/** The worker's file has the ending of this one: `.ts` in a clone, `.js` in a package. */
const workerFile = new URL(import.meta.url.replace(/calibrator(\.\w+)$/, 'calibration-worker$1'))

type Outcome = ReturnType<Calibrator['calibrate']>

function run(job: CalibrationJob, { signal, onProgress }: CalibrationWatch): Outcome {
  const worker = new Worker(workerFile, { workerData: job })
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<Outcome>>()
  const stop = (): void => {
    resolve(fail({ code: 'calibration-stopped' }))
    void worker.terminate()
  }
  worker.on('message', (message: CalibrationMessage) => {
    if ('outcome' in message) resolve(message.outcome)
    else onProgress?.(message.progress)
  })
  worker.on('error', reject)
  worker.on('exit', (status) => reject(new Error(`The calibration ended early, with status ${status}.`)))
  signal?.addEventListener('abort', stop, { once: true })
  return promise.finally(() => signal?.removeEventListener('abort', stop))
}

/** Calibrates in a worker thread of its own, which ends with the calibration or as soon as the signal is aborted. */
export const workerCalibrator: Calibrator = {
  calibrate: async (job, watch = {}) =>
    watch.signal?.aborted ? fail({ code: 'calibration-stopped' }) : run(job, watch),
}
