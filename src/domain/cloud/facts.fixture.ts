import { loadCloudFacts } from '../../adapters/content/load-cloud-facts.ts'
import { factValues } from './cloud-facts.ts'

/** The numbers of the catalogue as it is shipped. */
export const values = factValues(loadCloudFacts(new URL('../../../catalogue', import.meta.url).pathname))
