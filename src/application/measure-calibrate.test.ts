import { describe, expect, test } from 'vitest'
import { lsat7 } from '../../test/reference/lsat.fixture.ts'
import { parseTable } from '../adapters/content/read-table.ts'
import { workerCalibrator } from '../adapters/system/calibrator.ts'
import { type CalibrationRequest, calibrateItems } from './measure-calibrate.ts'
import type { CalibrationWatch, Calibrator } from './ports.ts'

/** The file of LSAT 7, every candidate as often as told. */
function lsatFile(times: number): string {
  const { responses, weights } = lsat7
  const lines = weights.flatMap((weight, row) => {
    const line = [...responses.cells.subarray(row * 5, row * 5 + 5)].join(',')
    return Array.from({ length: weight * times }, () => line)
  })
  return ['i1,i2,i3,i4,i5', ...lines].join('\n')
}

const request: CalibrationRequest = {
  responses: 'lsat.csv',
  model: '2pl',
  priors: false,
  scale: 1,
  standardErrors: 'none',
}

function calibrateLsat(times: number, calibrator: Calibrator, watch?: CalibrationWatch) {
  const tables = { parse: parseTable, read: async (file: string) => parseTable(file, lsatFile(times)) }
  return calibrateItems({ tables, calibrator }, request, watch)
}

const unused: Calibrator = {
  calibrate: () => Promise.reject(new Error('small data need no worker')),
}

describe('calibrating a file', () => {
  test('small data stay on this thread', async () => {
    const found = await calibrateLsat(1, unused)
    expect(found.ok && found.value.logLik).toBeCloseTo(-2658.80511, 4)
  })

  test('large data go to the worker, which tells of every step', async () => {
    const steps: number[] = []
    const found = await calibrateLsat(200, workerCalibrator, { onProgress: ({ step }) => steps.push(step) })
    expect(found.ok && found.value.logLik / 200).toBeCloseTo(-2658.80511, 4)
    expect(steps.length).toBeGreaterThan(3)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })

  test('a calibration that is stopped says so', async () => {
    const stopped = await calibrateLsat(200, workerCalibrator, { signal: AbortSignal.abort() })
    expect(stopped).toEqual({ ok: false, error: { code: 'calibration-stopped' } })
  })
})
