'use client';

import { useRef } from 'react';
import type { CellMark } from '@/lib/grading/marks';
import * as words from '../../../_words';
import { NameTag } from '../../ui/name-tag';
import {
  bufferMate,
  type Drawing,
  type DrawnObject,
  drawnHue,
  drawnName,
  objectOf,
  referenceText,
  type Target,
} from '../kinds/memory-diagram/drawing';
import { DrawnArrows } from '../kinds/memory-diagram/drawn-arrows';
import board from '../kinds/memory-diagram/memory-diagram.module.css';
import { MarkedCell } from './marked-cell';
import styles from './reviewed-drawing.module.css';

const t = words.kinds.diagram;

interface DrawingProps {
  names: readonly string[];
  drawing: Drawing;
  marks: readonly CellMark[];
}

/** A drawing as it was handed in: each name with its mark, each object with what it refers to, and the arrows. */
export function ReviewedDrawing({ names, drawing, marks }: DrawingProps) {
  const root = useRef<HTMLDivElement>(null);
  return (
    <div className={board.diagram}>
      <div ref={root} className={`${board.board} ${styles.board}`}>
        <DrawnArrows drawing={drawing} root={root} />
        <section aria-label={t.names}>
          <p className={board.heading}>{t.names}</p>
          <ul className={board.names}>
            {names.map((name) => (
              <Name
                key={name}
                name={name}
                drawing={drawing}
                mark={marks.find(({ cell }) => cell === `name.${name}`)}
              />
            ))}
          </ul>
        </section>
        <section aria-label={t.objects}>
          <p className={board.heading}>{t.objects}</p>
          {drawing.objects.length === 0 ? (
            <p className={board.none}>{t.nothingDrawn}</p>
          ) : (
            <ul className={board.objects}>
              {drawing.objects.map((object) => (
                <Card key={object.id} object={object} drawing={drawing} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}

function Name({ name, drawing, mark }: { name: string; drawing: Drawing; mark: CellMark | undefined }) {
  const target = drawing.names[name];
  const said = referenceText(drawing, target) || t.blank;
  return (
    <li className={styles.name}>
      <span className={styles.said}>
        <span className="sr">{t.target(name)}: </span>
        {mark ? <MarkedCell mark={{ ...mark, given: said }} /> : said}
      </span>
      <span className={board.tag} data-from={`name.${name}`} aria-hidden="true">
        <NameTag name={name} hue={drawnHue(drawing, objectOf(target))} gone={target === null} />
      </span>
    </li>
  );
}

function Card({ object, drawing }: { object: DrawnObject; drawing: Drawing }) {
  const [number, kind] = drawnName(drawing, object.id).split(' ');
  const mate = bufferMate(drawing, object.id);
  return (
    <li className={`${board.card} o${drawnHue(drawing, object.id)}`} data-drawn={object.id}>
      <p className={board.title}>
        <b>{number}</b> {kind}
      </p>
      <dl className={styles.facts}>
        {Object.entries(object.slots).map(([slot, to]) => (
          <Fact
            key={slot}
            from={`slot.${object.id}.${slot}`}
            label={object.type === 'array' ? t.base : object.type === 'object' ? `.${slot}` : `[${slot}]`}
            drawing={drawing}
            target={to}
          />
        ))}
        {object.type === 'array' && (
          <div>
            <dt>{t.buffer}</dt>
            <dd>{mate === null ? t.ownBuffer : t.shared(drawnName(drawing, mate))}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}

interface FactProps {
  from: string;
  label: string;
  drawing: Drawing;
  target: Target;
}

function Fact({ from, label, drawing, target }: FactProps) {
  const hue = drawnHue(drawing, objectOf(target));
  return (
    <div data-from={from} className={hue > 0 ? `o${hue}` : undefined}>
      <dt>{label}</dt>
      <dd className={styles.reference}>{referenceText(drawing, target) || t.blank}</dd>
    </div>
  );
}
