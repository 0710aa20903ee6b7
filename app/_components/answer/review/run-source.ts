import type { ReviewedQuestion } from '@/lib/classroom/attempts';

/** The program whose run shows why: the student's own where the answer is one, else the one that was asked about. */
export function runSource({ exercise, answer }: Pick<ReviewedQuestion, 'exercise' | 'answer'>): string {
  if (exercise.kind === 'program' && answer.kind === 'program') return answer.source;
  if (exercise.kind === 'order' && answer.kind === 'order') {
    const texts = new Map(exercise.lines.map((line) => [line.id, line.text]));
    const head = exercise.head.replace(/\n+$/, '');
    const lines = answer.lines.map((id) => texts.get(id) ?? '');
    return `${[...(head === '' ? [] : [head]), ...lines].join('\n')}\n`;
  }
  return exercise.snippet;
}
