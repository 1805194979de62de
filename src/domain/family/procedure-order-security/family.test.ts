import { tryFamily } from '../family-kit.fixture.ts'
import { securityOrderModel } from './family.ts'

// Six procedures with names of some thirty organisations: fewer items than combinations of numbers give.
tryFamily(securityOrderModel, { golden: [], least: { distinct: 0.7 } })
