import type { LiveBoard, LiveStudent } from '@/lib/classroom/live';

/** Which students are shown: everybody, those of one standing, who is stuck, or who shows a misconception. */
export type Filter = 'all' | 'none' | 'working' | 'submitted' | 'stuck' | `belief:${string}`;

export function isShown(board: LiveBoard, filter: Filter): (student: LiveStudent) => boolean {
  if (filter === 'all') return () => true;
  if (filter === 'stuck') return (student) => student.stuck !== null;
  if (filter === 'none' || filter === 'working' || filter === 'submitted')
    return (student) => student.standing === filter;
  const holders = new Set(board.beliefs.find(({ id }) => `belief:${id}` === filter)?.students);
  return (student) => holders.has(student.userId);
}
