import { describeAdministeredDeed, describeAdministeredPage } from './administered.ts'

const TEXT = [
  'code,since,name,level,parent,validFrom,why',
  'H12.99.001,2030-06-01,UBND phường Mới,commune,H12.99,2025-07-01,Quyết định 12',
].join('\n')

describeAdministeredPage('the page that imports agencies', '/staff/agencies/import')
describeAdministeredPage('the list of agencies as CSV', '/staff/agencies/export.csv')
describeAdministeredPage('the list of agencies as YAML', '/staff/agencies/export.yaml')
describeAdministeredDeed(
  'importing agencies',
  '/staff/agencies/import',
  { text: TEXT, step: 'do' },
  ({ agencyDesk }) => agencyDesk.rows,
)
