import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * The chain over the audit trail (server/audit/seal.ts), written after the facts: in their transactions it would be one lock that
 * every booking waits for. `position` counts from 1 in the order of sealing, which is not always that of the ids.
 */
export const auditSeals = tableMigration('0047-audit-seals', 'audit_seals', (t) => {
  t.bigInteger('audit_id').unsigned().primary();
  t.bigInteger('position').unsigned().notNullable().unique('audit_seals_position');
  t.string('chain_hash', 64).notNullable();
  instantColumn(t, 'sealed_at').notNullable();
  t.index(['sealed_at', 'position'], 'audit_seals_by_age');
});
