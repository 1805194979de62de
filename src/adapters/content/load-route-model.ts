// Placeholder while the loader is being written: overwrite this file.
export function loadRouteModel(_file: string): never {
  throw new Error('not written yet')
}
