import type { ObjectRole } from '../film/film';
import type { Metrics } from './metrics';

const HEADER = 34;
const FOOTER = 36;
const PADDING = 11;
const SLOT = 22;
const FACT = 18;
/** Two lines on how the collector freed it, on the ghost of an object. */
const COLLECTED = 44;
/** Width of the facts beside a body. */
const FACTS_WIDTH = 116;
/** What number, kind and count of a folded card need beside its value. */
const FOLDED_REST = 150;

export interface CardSize {
  /** Width of one value of a grid. */
  readonly value: number;
  /** Facts stand beside the body, below it, or (no room) nowhere. */
  readonly facts: 'beside' | 'below' | 'row' | 'none';
  /** The value stands in the first line, beside the kind. */
  readonly inline: boolean;
  readonly height: number;
}

/** Room that a card needs; the same at every step, for its largest body. */
export function cardSize(role: ObjectRole, m: Metrics): CardSize {
  const inner = m.cardWidth - 2 * PADDING;
  if (m.form === 'tall')
    return { value: (m.cardWidth - 30) / columnsOf(role), facts: 'none', inline: false, height: 138 };
  if (m.roomy)
    return { value: (m.cardWidth - 30) / columnsOf(role), facts: 'row', inline: false, height: 200 };
  const value = Math.min(Math.max(27, Math.ceil(role.charsWide * 7.6) + 9), inner / columnsOf(role));
  const bodyWidth = role.body.type === 'grid' ? value * columnsOf(role) : inner;
  const body = bodyHeight(role, m);
  if (m.form === 'narrow' || m.crowded) {
    const inline =
      m.crowded && isOneLine(role) && (role.body.type === 'text' || bodyWidth <= m.cardWidth - FOLDED_REST);
    const shown = hasStrip(role) || inline ? 0 : body + 8;
    return { value, facts: 'none', inline, height: HEADER + shown };
  }
  const beside = bodyWidth + 16 + FACTS_WIDTH <= inner;
  const facts = role.facts === 0 ? 'none' : beside ? 'beside' : role.body.type === 'grid' ? 'below' : 'none';
  const tall =
    facts === 'below' ? body + 6 + 2 * FACT : facts === 'beside' ? Math.max(body, role.facts * FACT) : body;
  const room = role.collected ? Math.max(tall, COLLECTED) : tall;
  return { value, facts, inline: false, height: HEADER + room + FOOTER };
}

function columnsOf(role: ObjectRole): number {
  return role.body.type === 'grid' ? Math.max(1, role.body.columns) : 1;
}

function isOneLine(role: ObjectRole): boolean {
  return role.body.type === 'grid' ? role.body.rows <= 1 : role.body.type === 'text' && role.body.lines <= 1;
}

/** Arrays show their values in the strip and lanes of the narrow form, and of folded cards. */
function hasStrip(role: ObjectRole): boolean {
  return role.inMemory;
}

function bodyHeight(role: ObjectRole, m: Metrics): number {
  if (role.body.type === 'grid') return role.body.rows * m.valueHeight + 2;
  if (role.body.type === 'slots') return role.body.rows * SLOT;
  return role.body.lines * SLOT;
}
