/** A course of any size with everything that a gradebook reads, made by a few statements. */
import type pg from 'pg';

export interface ClassSize {
  readonly students: number;
  readonly assignments: number;
  /** Of each assignment. */
  readonly exercises: number;
}

export interface LargeClass {
  readonly courseId: string;
  readonly teacherId: string;
}

/** The evidence of one question, as long as that of a table of twelve cells. */
const cells = JSON.stringify(
  Array.from({ length: 12 }, (_, i) => ({
    id: `step${i}.refcount`,
    state: 'correct',
    points: 0.25,
    possible: 0.25,
    reason: 'The name B refers to the array too.',
  })),
);

/**
 * Makes the course. Of the students one in ten has not handed in an assignment, three in ten have handed in twice, and
 * one in eight was up to three days late; one answer in a thousand is overridden, one assignment in five hundred is
 * excused. Foreign keys and triggers are off while it is written: the user must be the owner of the server.
 */
export async function makeLargeClass(
  client: pg.Client,
  { students, assignments, exercises }: ClassSize,
): Promise<LargeClass> {
  const run = (sql: string, values: unknown[] = []) => client.query(sql, values);
  await run('BEGIN');
  await run("SET LOCAL session_replication_role = 'replica'");
  const { rows } = await run(
    `INSERT INTO "Course" (id, title) VALUES (gen_random_uuid(), 'Large') RETURNING id`,
  );
  const courseId = String(rows[0].id);
  await run(
    `INSERT INTO "Section" (id, "courseId", title)
     SELECT gen_random_uuid(), $1, 'Section ' || n FROM generate_series(1, 4) n`,
    [courseId],
  );
  await run(
    `CREATE TEMP TABLE person ON COMMIT DROP AS
     SELECT n, gen_random_uuid() AS id, (SELECT id FROM "Section" WHERE "courseId" = $1 AND title = 'Section ' || 1 + n % 4) AS section
     FROM generate_series(0, $2::int) n`,
    [courseId, students],
  );
  await run(
    `INSERT INTO "User" (id, email, name)
     SELECT id, 'p' || n || '.' || $1::text || '@example.org', 'Student ' || lpad(((n * 7919) % 100000)::text, 5, '0') FROM person`,
    [courseId],
  );
  await run(
    `INSERT INTO "Membership" ("courseId", "userId", role, "sectionId")
     SELECT $1, id, CASE n WHEN 0 THEN 'teacher'::"Role" ELSE 'student'::"Role" END, CASE n WHEN 0 THEN NULL ELSE section END
     FROM person`,
    [courseId],
  );
  await run(
    `CREATE TEMP TABLE exercise ON COMMIT DROP AS
     SELECT a, e, gen_random_uuid() AS id, gen_random_uuid() AS revision
     FROM generate_series(1, $1::int) a, generate_series(1, $2::int) e`,
    [assignments, exercises],
  );
  await run(
    `INSERT INTO "Exercise" (id, "courseId", slug, "currentId") SELECT id, $1, id::text, revision FROM exercise`,
    [courseId],
  );
  await run(
    `INSERT INTO "ExerciseRevision" (id, "exerciseId", number, hash, title, kind, content)
     SELECT revision, id, 1, repeat('a', 64), 'Exercise ' || a || '.' || e, 'trace-table', '{}' FROM exercise`,
  );
  await run(
    `CREATE TEMP TABLE work ON COMMIT DROP AS
     SELECT a, gen_random_uuid() AS id, gen_random_uuid() AS quiz, gen_random_uuid() AS revision,
            now() - make_interval(days => 7 * ($1::int - a + 1)) AS due
     FROM generate_series(1, $1::int) a`,
    [assignments],
  );
  await run(
    `INSERT INTO "Assignment" (id, "courseId", title, "opensAt", "dueAt", "closesAt", counting, "latePercent",
                               "lateGraceMinutes", "lateFloorPercent", feedback, solutions)
     SELECT id, $1, 'Week ' || a, due - interval '7 days', due, due + interval '7 days', 'best', 10, 15, 40, 'atOnce', 'afterDue'
     FROM work`,
    [courseId],
  );
  await run(
    `INSERT INTO "AssignmentItem" ("courseId", "assignmentId", position, "exerciseId", points)
     SELECT $1, w.id, x.e, x.id, 5 FROM work w JOIN exercise x USING (a)`,
    [courseId],
  );
  await run(
    `INSERT INTO "Quiz" (id, "courseId", slug, "assignmentId", "currentId")
     SELECT quiz, $1, 'assignments/' || id, id, revision FROM work`,
    [courseId],
  );
  await run(
    `INSERT INTO "QuizRevision" (id, "quizId", number, hash, title)
     SELECT revision, quiz, 1, repeat('b', 64), 'Week ' || a FROM work`,
  );
  await run(
    `INSERT INTO "QuizRevisionItem" ("quizRevisionId", position, "exerciseRevisionId", points)
     SELECT w.revision, x.e, x.revision, 5 FROM work w JOIN exercise x USING (a)`,
  );
  await run(
    `CREATE TEMP TABLE attempt ON COMMIT DROP AS
     SELECT gen_random_uuid() AS id, gen_random_uuid() AS submission, p.n, p.id AS person, w.a, w.quiz, w.revision, t,
            w.due + CASE (p.n + w.a) % 8 WHEN 0 THEN (1 + p.n % 3) * interval '20 hours' ELSE interval '-1 day' END
                  + t * interval '1 minute' AS at
     FROM person p, work w, generate_series(1, 2) t
     WHERE p.n > 0 AND (p.n + 3 * w.a) % 10 > 0 AND (t = 1 OR (p.n + w.a) % 10 < 3)
     ORDER BY w.a, p.n`,
  );
  await run(
    `INSERT INTO "Attempt" (id, "courseId", "userId", "quizId", "quizRevisionId", number, seed, "simulatorVersion", "openedAt", "submittedAt")
     SELECT id, $1, person, quiz, revision, t, 1, '1', at - interval '1 hour', at FROM attempt`,
    [courseId],
  );
  await run(
    `INSERT INTO "Submission" (id, "courseId", "attemptId", "submittedAt") SELECT submission, $1, id, at FROM attempt`,
    [courseId],
  );
  await run(
    `CREATE TEMP TABLE answer ON COMMIT DROP AS
     SELECT gen_random_uuid() AS id, t.submission, x.e, x.revision, (t.n * 31 + x.e * 7 + t.a * 3 + t.t) AS luck, t.at
     FROM attempt t JOIN exercise x USING (a) ORDER BY t.a, t.n, t.t, x.e`,
  );
  await run(
    `INSERT INTO "Answer" (id, "courseId", "submissionId", position, "exerciseRevisionId", body)
     SELECT id, $1, submission, e, revision, jsonb_build_object('kind', 'trace-table', 'cells', repeat('1', 300)) FROM answer`,
    [courseId],
  );
  await run(
    `INSERT INTO "Marks" (id, "courseId", "answerId", points, possible, cells, rules, "gradedAt")
     SELECT gen_random_uuid(), $1, id, (luck % 21) * 0.25, 5, $2::jsonb, '1', at FROM answer`,
    [courseId, cells],
  );
  await run(
    `INSERT INTO "MarksOverride" (id, "courseId", "answerId", number, points, reason, "authorId")
     SELECT gen_random_uuid(), $1, id, 1, 4, 'Seen on paper.', (SELECT id FROM person WHERE n = 0)
     FROM answer WHERE luck % 1000 = 1`,
    [courseId],
  );
  await run('SELECT write_scores(ARRAY(SELECT id FROM attempt))');
  await run(
    `INSERT INTO "Excuse" (id, "courseId", "assignmentId", "userId", number, excused, reason, "authorId")
     SELECT gen_random_uuid(), $1, w.id, p.id, 1, true, 'Was ill.', (SELECT id FROM person WHERE n = 0)
     FROM person p, work w WHERE p.n > 0 AND (p.n * 13 + w.a) % 500 = 0`,
    [courseId],
  );
  const teacher = await run('SELECT id FROM person WHERE n = 0');
  await run('COMMIT');
  return { courseId, teacherId: String(teacher.rows[0].id) };
}
