import { tryFamily } from '../family-kit.fixture.ts'
import { mlOrderModel } from './family.ts'

// Four procedures with names of some thirty organisations: fewer items than combinations of numbers give.
tryFamily(mlOrderModel, { golden: [], least: { distinct: 0.6 } })
