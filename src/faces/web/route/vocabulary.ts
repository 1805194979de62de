import type { Direction, Field, Role, ServiceArea } from '../../../domain/path/vocabulary.ts'

/** What a role is called; every role of the vocabulary has a name here. */
export const roleNames: Readonly<Record<Role, string>> = {
  student: 'Student',
  sales: 'Sales',
  finance: 'Finance',
  manager: 'Manager',
  'product-manager': 'Product manager',
  'web-developer': 'Web developer',
  'software-developer': 'Software developer',
  'application-architect': 'Application architect',
  'solutions-architect': 'Solutions architect',
  'system-administrator': 'System administrator',
  'cloud-engineer': 'Cloud engineer',
  'devops-engineer': 'DevOps engineer',
  'site-reliability-engineer': 'Site reliability engineer',
  'test-engineer': 'Test engineer',
  'security-engineer': 'Security engineer',
  'network-engineer': 'Network engineer',
  'database-administrator': 'Database administrator',
  'data-engineer': 'Data engineer',
  'data-analyst': 'Data analyst',
  'data-scientist': 'Data scientist',
  'ml-engineer': 'Machine learning engineer',
  'prompt-engineer': 'Prompt engineer',
  'sap-consultant': 'SAP consultant',
}

/** What a field of work is called. */
export const fieldNames: Readonly<Record<Field, string>> = {
  'cloud-developer': 'Developing for the cloud',
  operations: 'Operations',
  devops: 'Automation and delivery (DevOps)',
  security: 'Security and compliance',
  networking: 'Networking',
  data: 'Data engineering',
  'machine-learning': 'Machine learning',
  'generative-ai': 'Generative AI',
  sap: 'SAP workloads',
  architecture: 'Architecture',
  business: 'Business and leadership',
}

/** What a service area is called. */
export const areaNames: Readonly<Record<ServiceArea, string>> = {
  compute: 'Virtual machines',
  serverless: 'Serverless',
  containers: 'Containers',
  storage: 'Storage',
  databases: 'Databases',
  networking: 'Networking',
  security: 'Security and identity',
  analytics: 'Analytics',
  'machine-learning': 'Machine learning',
  'generative-ai': 'Generative AI',
  devops: 'Build and delivery',
  operations: 'Monitoring and operations',
  migration: 'Migration',
  sap: 'SAP',
}

const keysOf = <K extends string>(names: Readonly<Record<K, string>>): readonly K[] =>
  Object.keys(names) as K[]

/** Roles, fields and areas in the order in which a form lists them. */
export const roles = keysOf(roleNames)
export const fields = keysOf(fieldNames)
export const areas = keysOf(areaNames)

/** What a direction is called: a field, or a role. */
export const directionName = (direction: Direction): string => ({ ...roleNames, ...fieldNames })[direction]
