-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'teacher', 'assistant', 'student');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "credentialsVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "courseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "sectionId" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("courseId","userId")
);

-- CreateTable
CREATE TABLE "Lesson" (
    "id" UUID NOT NULL,
    "courseId" UUID,
    "slug" TEXT NOT NULL,
    "currentId" UUID,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonRevision" (
    "id" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LessonRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Exercise" (
    "id" UUID NOT NULL,
    "courseId" UUID,
    "slug" TEXT NOT NULL,
    "currentId" UUID,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Exercise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExerciseRevision" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExerciseRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Quiz" (
    "id" UUID NOT NULL,
    "courseId" UUID,
    "slug" TEXT NOT NULL,
    "lessonId" UUID,
    "currentId" UUID,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Quiz_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizRevision" (
    "id" UUID NOT NULL,
    "quizId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuizRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizRevisionItem" (
    "quizRevisionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "exerciseRevisionId" UUID NOT NULL,
    "points" DECIMAL(9,2) NOT NULL,

    CONSTRAINT "QuizRevisionItem_pkey" PRIMARY KEY ("quizRevisionId","position")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "quizId" UUID NOT NULL,
    "quizRevisionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "simulatorVersion" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "courseId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("attemptId","position")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "exerciseRevisionId" UUID NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Marks" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "answerId" UUID NOT NULL,
    "points" DECIMAL(9,2) NOT NULL,
    "possible" DECIMAL(9,2) NOT NULL,
    "cells" JSONB NOT NULL,
    "rules" TEXT NOT NULL,
    "gradedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditRow" (
    "id" UUID NOT NULL,
    "courseId" UUID,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Section_courseId_title_key" ON "Section"("courseId", "title");

-- CreateIndex
CREATE UNIQUE INDEX "Section_courseId_id_key" ON "Section"("courseId", "id");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Membership_courseId_role_idx" ON "Membership"("courseId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Lesson_slug_key" ON "Lesson"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Lesson_currentId_key" ON "Lesson"("currentId");

-- CreateIndex
CREATE INDEX "Lesson_courseId_idx" ON "Lesson"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Lesson_id_currentId_key" ON "Lesson"("id", "currentId");

-- CreateIndex
CREATE UNIQUE INDEX "LessonRevision_lessonId_number_key" ON "LessonRevision"("lessonId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "LessonRevision_lessonId_hash_key" ON "LessonRevision"("lessonId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "LessonRevision_lessonId_id_key" ON "LessonRevision"("lessonId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Exercise_slug_key" ON "Exercise"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Exercise_currentId_key" ON "Exercise"("currentId");

-- CreateIndex
CREATE INDEX "Exercise_courseId_idx" ON "Exercise"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Exercise_id_currentId_key" ON "Exercise"("id", "currentId");

-- CreateIndex
CREATE UNIQUE INDEX "ExerciseRevision_exerciseId_number_key" ON "ExerciseRevision"("exerciseId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ExerciseRevision_exerciseId_hash_key" ON "ExerciseRevision"("exerciseId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "ExerciseRevision_exerciseId_id_key" ON "ExerciseRevision"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Quiz_slug_key" ON "Quiz"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Quiz_lessonId_key" ON "Quiz"("lessonId");

-- CreateIndex
CREATE UNIQUE INDEX "Quiz_currentId_key" ON "Quiz"("currentId");

-- CreateIndex
CREATE INDEX "Quiz_courseId_idx" ON "Quiz"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Quiz_id_currentId_key" ON "Quiz"("id", "currentId");

-- CreateIndex
CREATE UNIQUE INDEX "QuizRevision_quizId_number_key" ON "QuizRevision"("quizId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "QuizRevision_quizId_hash_key" ON "QuizRevision"("quizId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "QuizRevision_quizId_id_key" ON "QuizRevision"("quizId", "id");

-- CreateIndex
CREATE INDEX "QuizRevisionItem_exerciseRevisionId_idx" ON "QuizRevisionItem"("exerciseRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "QuizRevisionItem_quizRevisionId_exerciseRevisionId_key" ON "QuizRevisionItem"("quizRevisionId", "exerciseRevisionId");

-- CreateIndex
CREATE INDEX "Attempt_courseId_quizId_idx" ON "Attempt"("courseId", "quizId");

-- CreateIndex
CREATE INDEX "Attempt_quizId_quizRevisionId_idx" ON "Attempt"("quizId", "quizRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_courseId_userId_quizId_number_key" ON "Attempt"("courseId", "userId", "quizId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_courseId_id_key" ON "Attempt"("courseId", "id");

-- CreateIndex
CREATE INDEX "Draft_courseId_attemptId_idx" ON "Draft"("courseId", "attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_attemptId_key" ON "Submission"("attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_courseId_id_key" ON "Submission"("courseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_courseId_attemptId_key" ON "Submission"("courseId", "attemptId");

-- CreateIndex
CREATE INDEX "Answer_courseId_submissionId_idx" ON "Answer"("courseId", "submissionId");

-- CreateIndex
CREATE INDEX "Answer_exerciseRevisionId_idx" ON "Answer"("exerciseRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_submissionId_position_key" ON "Answer"("submissionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_courseId_id_key" ON "Answer"("courseId", "id");

-- CreateIndex
CREATE INDEX "Marks_courseId_answerId_idx" ON "Marks"("courseId", "answerId");

-- CreateIndex
CREATE INDEX "AuditRow_courseId_at_idx" ON "AuditRow"("courseId", "at");

-- CreateIndex
CREATE INDEX "AuditRow_actorId_idx" ON "AuditRow"("actorId");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_courseId_sectionId_fkey" FOREIGN KEY ("courseId", "sectionId") REFERENCES "Section"("courseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_id_currentId_fkey" FOREIGN KEY ("id", "currentId") REFERENCES "LessonRevision"("lessonId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonRevision" ADD CONSTRAINT "LessonRevision_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_id_currentId_fkey" FOREIGN KEY ("id", "currentId") REFERENCES "ExerciseRevision"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExerciseRevision" ADD CONSTRAINT "ExerciseRevision_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_id_currentId_fkey" FOREIGN KEY ("id", "currentId") REFERENCES "QuizRevision"("quizId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizRevision" ADD CONSTRAINT "QuizRevision_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizRevisionItem" ADD CONSTRAINT "QuizRevisionItem_quizRevisionId_fkey" FOREIGN KEY ("quizRevisionId") REFERENCES "QuizRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizRevisionItem" ADD CONSTRAINT "QuizRevisionItem_exerciseRevisionId_fkey" FOREIGN KEY ("exerciseRevisionId") REFERENCES "ExerciseRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_courseId_userId_fkey" FOREIGN KEY ("courseId", "userId") REFERENCES "Membership"("courseId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_quizId_quizRevisionId_fkey" FOREIGN KEY ("quizId", "quizRevisionId") REFERENCES "QuizRevision"("quizId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_courseId_attemptId_fkey" FOREIGN KEY ("courseId", "attemptId") REFERENCES "Attempt"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_courseId_attemptId_fkey" FOREIGN KEY ("courseId", "attemptId") REFERENCES "Attempt"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_courseId_submissionId_fkey" FOREIGN KEY ("courseId", "submissionId") REFERENCES "Submission"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_exerciseRevisionId_fkey" FOREIGN KEY ("exerciseRevisionId") REFERENCES "ExerciseRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Marks" ADD CONSTRAINT "Marks_courseId_answerId_fkey" FOREIGN KEY ("courseId", "answerId") REFERENCES "Answer"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditRow" ADD CONSTRAINT "AuditRow_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditRow" ADD CONSTRAINT "AuditRow_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What the Prisma schema cannot say.

-- One open attempt for each person and quiz.
CREATE UNIQUE INDEX "Attempt_open_key" ON "Attempt" ("courseId", "userId", "quizId") WHERE "submittedAt" IS NULL;
-- One row of marks counts; those it took the place of are kept.
CREATE UNIQUE INDEX "Marks_current_key" ON "Marks" ("answerId") WHERE "supersededAt" IS NULL;

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_lower" CHECK (email = lower(email)),
  ADD CONSTRAINT "User_name_present" CHECK (btrim(name) <> '');
ALTER TABLE "Course" ADD CONSTRAINT "Course_title_present" CHECK (btrim(title) <> '');
ALTER TABLE "Section" ADD CONSTRAINT "Section_title_present" CHECK (btrim(title) <> '');
ALTER TABLE "LessonRevision"
  ADD CONSTRAINT "LessonRevision_number" CHECK (number >= 1),
  ADD CONSTRAINT "LessonRevision_hash" CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE "ExerciseRevision"
  ADD CONSTRAINT "ExerciseRevision_number" CHECK (number >= 1),
  ADD CONSTRAINT "ExerciseRevision_hash" CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE "QuizRevision"
  ADD CONSTRAINT "QuizRevision_number" CHECK (number >= 1),
  ADD CONSTRAINT "QuizRevision_hash" CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE "QuizRevisionItem"
  ADD CONSTRAINT "QuizRevisionItem_position" CHECK (position >= 1),
  ADD CONSTRAINT "QuizRevisionItem_points" CHECK (points > 0);
ALTER TABLE "Attempt"
  ADD CONSTRAINT "Attempt_number" CHECK (number >= 1),
  ADD CONSTRAINT "Attempt_submitted_after_opened" CHECK ("submittedAt" >= "openedAt");
ALTER TABLE "Draft"
  ADD CONSTRAINT "Draft_position" CHECK (position >= 1),
  ADD CONSTRAINT "Draft_version" CHECK (version >= 1),
  ADD CONSTRAINT "Draft_body" CHECK (jsonb_typeof(body) = 'object');
ALTER TABLE "Answer"
  ADD CONSTRAINT "Answer_position" CHECK (position >= 1),
  ADD CONSTRAINT "Answer_body" CHECK (jsonb_typeof(body) = 'object');
ALTER TABLE "Marks"
  ADD CONSTRAINT "Marks_points" CHECK (possible > 0 AND points BETWEEN 0 AND possible),
  ADD CONSTRAINT "Marks_cells" CHECK (jsonb_typeof(cells) = 'array');

-- Rows that record what happened are written once. Erasing a whole course is the one exception, and says so:
-- SET LOCAL lastref.erase = 'on'.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('lastref.erase', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'rows of "%" are never changed', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "LessonRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "ExerciseRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "QuizRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "QuizRevisionItem"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Answer"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "AuditRow"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
