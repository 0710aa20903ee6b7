import 'server-only';
import { listLessons, selectLesson } from '@/lib/classroom/lessons';
import type { Example } from '../_components/try/examples';

/** Short programs that each show one thing, to start from in the playground. */
const short: readonly Example[] = [
  {
    title: 'A view that keeps a large array alive',
    source: 'import numpy as np\nbig = np.zeros(1_000_000)\nsmall = big[:3]\ndel big\nsmall = small.copy()\n',
  },
  {
    title: 'One list in three slots',
    source: 'row = [0, 0]\ngrid = [row] * 3\ngrid[0][1] = 5\ngrid[1] = [7, 7]\ndel row\n',
  },
  {
    title: 'A default that is made once',
    source: 'def add(x, to=[]):\n    to.append(x)\n    return to\n\na = add(1)\nb = add(2)\nprint(a is b)\n',
  },
  {
    title: 'Two objects that hold each other',
    source:
      'import gc\nclass Node:\n    pass\na = Node()\nb = Node()\na.other = b\nb.other = a\ndel a\ndel b\ngc.collect()\n',
  },
  {
    title: 'A weak reference',
    source:
      'import weakref\nclass Thing:\n    pass\nthing = Thing()\nweak = weakref.ref(thing)\nprint(weak() is thing)\ndel thing\nprint(weak())\n',
  },
  {
    title: 'A closure that keeps its list',
    source:
      'def counter():\n    seen = []\n    def count(x):\n        seen.append(x)\n        return len(seen)\n    return count\n\nc = counter()\nc(5)\nc(6)\ndel c\n',
  },
];

/** The programs of the lessons, then short ones. */
export async function listExamples(): Promise<Example[]> {
  const lessons = await Promise.all((await listLessons()).map(({ slug }) => selectLesson(slug)));
  return [...lessons.map(({ title, snippet }) => ({ title, source: snippet })), ...short];
}
