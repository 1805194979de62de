/** The day on which a model of the labs last changed what it answers; stored with every report. */
export const modelsVersion = '2026-11-24'
