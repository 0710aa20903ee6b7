import type { ReactNode } from 'react';
import { ClassNav } from '../../../_components/teacher/class-nav';

/** The pages of one class. Each page asks for its own right; this shows the way between them and nothing else. */
export default async function ClassLayout({
  params,
  children,
}: {
  params: Promise<{ courseId: string }>;
  children: ReactNode;
}) {
  const { courseId } = await params;
  return (
    <>
      <ClassNav courseId={courseId} />
      {children}
    </>
  );
}
