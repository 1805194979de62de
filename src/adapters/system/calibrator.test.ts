import { describe, expect, test } from 'vitest'
import type { CalibrationJob } from '../../application/ports.ts'
import { calibrate } from '../../domain/measurement/calibration/calibrate.ts'
import { fingerprint, simulatedData } from '../../domain/measurement/calibration/simulated.fixture.ts'
import type { CalibrationProgress } from '../../domain/measurement/calibration/types.ts'
import { responseMatrix } from '../../domain/measurement/model/response-matrix.ts'
import { workerCalibrator } from './calibrator.ts'

const { responses } = simulatedData('worker', { model: '2pl', persons: 400, items: 12 })
const job: CalibrationJob = { responses, options: { items: { model: '2pl' } } }

describe('calibration in a worker thread', () => {
  test('finds what the calling thread finds, to the last bit', async () => {
    const [there, here] = [await workerCalibrator.calibrate(job), calibrate(responses, job.options)]
    if (!(there.ok && here.ok)) throw new Error('both can be calibrated')
    expect(fingerprint(there.value)).toBe(fingerprint(here.value))
  })

  test('tells of every step', async () => {
    const heard: CalibrationProgress[] = []
    const found = await workerCalibrator.calibrate(job, { onProgress: (progress) => heard.push(progress) })
    expect(found.ok && heard.at(-1)?.step).toBeLessThanOrEqual(found.ok ? found.value.steps : 0)
    expect(heard.length).toBeGreaterThan(3)
    expect(heard.at(-1)!.change).toBeLessThan(heard[0]!.change)
  })

  test('leaves the calling thread free', async () => {
    let turns = 0
    const clock = setInterval(() => turns++, 5)
    await workerCalibrator.calibrate(job)
    clearInterval(clock)
    expect(turns).toBeGreaterThan(2)
  })

  test('stops when the signal is aborted, before or while it runs', async () => {
    const stopped = { ok: false, error: { code: 'calibration-stopped' } }
    expect(await workerCalibrator.calibrate(job, { signal: AbortSignal.abort() })).toEqual(stopped)
    const controller = new AbortController()
    const onProgress = (): void => controller.abort()
    expect(await workerCalibrator.calibrate(job, { signal: controller.signal, onProgress })).toEqual(stopped)
  })

  test('passes on what cannot be calibrated, as a refusal or as the error it is', async () => {
    const nothing = { responses: responseMatrix([[null]]), options: { items: { model: '2pl' } } } as const
    expect(await workerCalibrator.calibrate(nothing)).toEqual({ ok: false, error: { code: 'no-responses' } })
    await expect(workerCalibrator.calibrate({ responses, options: { items: [] } })).rejects.toThrow(
      RangeError,
    )
  })
})
