import { parentPort, workerData } from 'node:worker_threads'
import type { CalibrationJob } from '../../application/ports.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { calibrateStepwise } from '../../domain/measurement/calibration/calibrate.ts'
import type {
  Calibration,
  CalibrationProgress,
  CalibrationRefusal,
} from '../../domain/measurement/calibration/types.ts'

/** What the worker says: where it stands after every step, and at the end what it found. */
export type CalibrationMessage =
  | { readonly progress: CalibrationProgress }
  | { readonly outcome: Result<Calibration, CalibrationRefusal> }

const say = (message: CalibrationMessage): void => parentPort?.postMessage(message)

const { responses, options } = workerData as CalibrationJob
const steps = calibrateStepwise(responses, options)
let step = steps.next()
for (; !step.done; step = steps.next()) say({ progress: step.value })
say({ outcome: step.value })
