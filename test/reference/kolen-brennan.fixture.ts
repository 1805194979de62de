import type { ScoreFrequencies } from '../../src/domain/measurement/equating/score-frequencies.ts'
import { fromScale, itemParameters } from '../../src/domain/measurement/model/item-parameters.ts'

/** Kolen, Brennan (2004), Test equating, scaling, and linking, table 2.5: ACT Mathematics, forms X and Y, scores 0 to 40. */
export const actX: ScoreFrequencies = {
  lowest: 0,
  counts: [
    0, 1, 1, 3, 9, 18, 59, 67, 91, 144, 149, 192, 192, 192, 201, 204, 217, 181, 184, 170, 201, 147, 163, 147,
    140, 147, 126, 113, 100, 106, 107, 91, 83, 73, 72, 75, 50, 37, 38, 23, 15,
  ],
}
export const actY: ScoreFrequencies = {
  lowest: 0,
  counts: [
    0, 1, 3, 13, 42, 59, 95, 131, 158, 161, 194, 164, 166, 197, 177, 158, 169, 132, 158, 151, 134, 137, 122,
    110, 116, 132, 104, 104, 114, 97, 107, 88, 80, 79, 70, 61, 48, 47, 29, 32, 12,
  ],
}

/** Kolen, Brennan (2004), chapter 4: 36 items, 12 of them internal anchors, in the groups that took X and Y. */
export const neat = {
  x: {
    n: 1655,
    mean: 15.8205438,
    variance: 42.638272,
    anchorMean: 5.1063444,
    anchorVariance: 5.6489017,
    covariance: 13.416919,
  },
  y: {
    n: 1638,
    mean: 18.6727717,
    variance: 47.341848,
    anchorMean: 5.8626374,
    anchorVariance: 6.0134963,
    covariance: 14.769318,
  },
}

type Row = readonly [a: number, b: number, c: number]

/** Kolen, Brennan (2004), table 6.5: a, b, c of 36 items, scaling constant 1.7. Every third item is common to both forms. */
const rowsX: readonly Row[] = [
  [0.5496, -1.796, 0.1751],
  [0.7891, -0.4796, 0.1165],
  [0.4551, -0.7101, 0.2087],
  [1.4443, 0.4833, 0.2826],
  [0.974, -0.168, 0.2625],
  [0.5839, -0.8567, 0.2038],
  [0.8604, 0.4546, 0.3224],
  [1.1445, -0.1301, 0.2209],
  [0.7544, 0.0212, 0.16],
  [0.917, 1.0139, 0.3648],
  [0.9592, 0.7218, 0.2399],
  [0.6633, 0.0506, 0.124],
  [1.2324, 0.4167, 0.2535],
  [1.0492, 0.7882, 0.1569],
  [1.069, 0.961, 0.2986],
  [0.9193, 0.6099, 0.2521],
  [0.8935, 0.5128, 0.2273],
  [0.9672, 0.195, 0.0535],
  [0.6562, 0.3953, 0.1201],
  [1.0556, 0.9481, 0.2036],
  [0.3479, 2.2768, 0.1489],
  [0.8432, 1.0601, 0.2332],
  [1.1142, 0.5826, 0.0644],
  [1.4579, 1.0241, 0.2453],
  [0.5137, 1.379, 0.1427],
  [0.9194, 1.0782, 0.0879],
  [1.8811, 1.4062, 0.1992],
  [1.5045, 1.5093, 0.1642],
  [0.9664, 1.5443, 0.1431],
  [0.702, 2.2401, 0.0853],
  [1.2651, 1.8759, 0.2443],
  [0.8567, 1.714, 0.0865],
  [1.408, 1.5556, 0.0789],
  [0.5808, 3.4728, 0.1399],
  [0.9257, 3.1202, 0.109],
  [1.2993, 2.1589, 0.1075],
]
const rowsY: readonly Row[] = [
  [0.8704, -1.4507, 0.1576],
  [0.4628, -0.407, 0.1094],
  [0.4416, -1.3349, 0.1559],
  [0.5448, -0.9017, 0.1381],
  [0.62, -1.4865, 0.2114],
  [0.573, -1.321, 0.1913],
  [1.1752, 0.0691, 0.2947],
  [0.445, 0.2324, 0.2723],
  [0.5987, -0.7098, 0.1177],
  [0.8479, -0.4253, 0.1445],
  [1.032, -0.8184, 0.0936],
  [0.6041, -0.3539, 0.0818],
  [0.8297, -0.0191, 0.1283],
  [0.7252, -0.3155, 0.0854],
  [0.9902, 0.532, 0.3024],
  [0.7749, 0.5394, 0.2179],
  [0.5942, 0.8987, 0.2299],
  [0.8081, -0.1156, 0.0648],
  [0.964, -0.1948, 0.1633],
  [0.7836, 0.3506, 0.1299],
  [0.414, 2.5538, 0.241],
  [0.7618, -0.1581, 0.1137],
  [1.1959, 0.5056, 0.2397],
  [1.3554, 0.5811, 0.2243],
  [1.1869, 0.6229, 0.2577],
  [1.0296, 0.3898, 0.1856],
  [1.0417, 0.9392, 0.1651],
  [1.2055, 1.135, 0.2323],
  [0.9697, 0.6976, 0.107],
  [0.6336, 1.896, 0.0794],
  [1.0822, 1.3864, 0.1855],
  [1.0195, 0.9197, 0.1027],
  [1.1347, 1.079, 0.063],
  [1.1948, 1.8411, 0.0999],
  [1.1961, 2.0297, 0.0832],
  [0.9255, 2.1337, 0.1259],
]

const parameters = (rows: readonly Row[]) => rows.map(([a, b, c]) => itemParameters({ a, b, c }))

/** The two forms as printed. */
export const printedX = parameters(rowsX)
export const printedY = parameters(rowsY)
/** The two forms with the scaling constant in the discrimination, each on the scale of its own calibration. */
export const formX = printedX.map((item) => fromScale(item, 1.7))
export const formY = printedY.map((item) => fromScale(item, 1.7))
/** Positions of the common items. */
export const commonItems = [2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 32, 35]
