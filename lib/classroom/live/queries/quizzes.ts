import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import type { LiveChoices, LiveQuiz } from '../schema';

/** Days back in which somebody must have begun an attempt, and quizzes at most. */
const days = 14;
const most = 30;

/** What there is to watch: the course, its sections, and the quizzes that were worked on lately. Three queries. */
export async function liveChoices(proof: CourseProof<'teacher'>): Promise<LiveChoices> {
  const [course, quizzes] = await Promise.all([
    db().course.findUniqueOrThrow({
      where: { id: proof.courseId },
      select: {
        title: true,
        sections: { select: { id: true, title: true }, orderBy: { title: 'asc' }, take: 200 },
      },
    }),
    listLiveQuizzes(proof),
  ]);
  return { course: course.title, sections: course.sections, quizzes };
}

/** The quizzes that students of the course have worked on lately, the latest first. One query. */
async function listLiveQuizzes({ courseId }: CourseProof<'teacher'>): Promise<LiveQuiz[]> {
  return db().$queryRaw<LiveQuiz[]>`
    SELECT q.slug, coalesce(a.title, r.title) AS title, q."assignmentId" IS NOT NULL AS assignment,
           count(DISTINCT t."userId")::int AS students,
           max(greatest(t."openedAt", t."submittedAt")) AS "lastActivity"
    FROM "Attempt" t
    JOIN "Membership" m ON m."courseId" = t."courseId" AND m."userId" = t."userId"
      AND m.role = 'student' AND m."removedAt" IS NULL
    JOIN "Quiz" q ON q.id = t."quizId"
    JOIN "QuizRevision" r ON r.id = q."currentId"
    LEFT JOIN "Assignment" a ON a.id = q."assignmentId" AND a."courseId" = t."courseId"
    WHERE t."courseId" = ${courseId}::uuid AND t."openedAt" > now() - ${days} * interval '1 day'
    GROUP BY q.id, q.slug, a.title, r.title
    ORDER BY "lastActivity" DESC
    LIMIT ${most}`;
}
