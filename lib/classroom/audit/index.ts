import 'server-only';

export { selectAudit } from './queries';
export { type AuditPage, type AuditQuery, auditKinds, auditQuerySchema } from './schema';
