import type { StaffRole } from '../../dossiers/may.ts'

/** Officers may look at procedures and rehearse them; changing what citizens read is for clerks and administrators. */
export const mayEdit = (role: StaffRole | undefined): boolean => role === 'clerk' || role === 'administrator'
