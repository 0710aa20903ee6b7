-- Work that a course sets. An assignment asks its exercises as a quiz of its own, so that attempts, drafts, answers
-- and marks are those of every other quiz.
CREATE TYPE "Counting" AS ENUM ('best', 'last', 'average');
CREATE TYPE "Showing" AS ENUM ('atOnce', 'afterDue', 'never');

CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "attempts" INTEGER,
    "counting" "Counting" NOT NULL,
    "latePercent" INTEGER NOT NULL,
    "lateGraceMinutes" INTEGER NOT NULL,
    "lateFloorPercent" INTEGER NOT NULL,
    "feedback" "Showing" NOT NULL,
    "solutions" "Showing" NOT NULL,
    "sharedSeed" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "AssignmentItem" (
    "courseId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "exerciseId" UUID,
    "lessonId" UUID,
    "points" DECIMAL(9,2),

    CONSTRAINT "AssignmentItem_pkey" PRIMARY KEY ("assignmentId","position")
);

CREATE TABLE "AssignmentSection" (
    "courseId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,

    CONSTRAINT "AssignmentSection_pkey" PRIMARY KEY ("assignmentId","sectionId")
);

CREATE TABLE "AssignmentExtension" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "userId" UUID,
    "sectionId" UUID,
    "dueAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "moreAttempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssignmentExtension_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Quiz" ADD COLUMN "assignmentId" UUID;

CREATE UNIQUE INDEX "Assignment_courseId_id_key" ON "Assignment"("courseId", "id");
CREATE INDEX "Assignment_courseId_dueAt_idx" ON "Assignment"("courseId", "dueAt");
CREATE UNIQUE INDEX "AssignmentItem_assignmentId_exerciseId_key" ON "AssignmentItem"("assignmentId", "exerciseId");
CREATE UNIQUE INDEX "AssignmentItem_assignmentId_lessonId_key" ON "AssignmentItem"("assignmentId", "lessonId");
CREATE INDEX "AssignmentItem_courseId_assignmentId_idx" ON "AssignmentItem"("courseId", "assignmentId");
CREATE INDEX "AssignmentItem_exerciseId_idx" ON "AssignmentItem"("exerciseId");
CREATE INDEX "AssignmentItem_lessonId_idx" ON "AssignmentItem"("lessonId");
CREATE INDEX "AssignmentSection_courseId_assignmentId_idx" ON "AssignmentSection"("courseId", "assignmentId");
CREATE INDEX "AssignmentSection_courseId_sectionId_idx" ON "AssignmentSection"("courseId", "sectionId");
CREATE INDEX "AssignmentExtension_courseId_assignmentId_idx" ON "AssignmentExtension"("courseId", "assignmentId");
CREATE INDEX "AssignmentExtension_courseId_userId_idx" ON "AssignmentExtension"("courseId", "userId");
CREATE INDEX "AssignmentExtension_courseId_sectionId_idx" ON "AssignmentExtension"("courseId", "sectionId");
CREATE INDEX "AssignmentExtension_authorId_idx" ON "AssignmentExtension"("authorId");
CREATE UNIQUE INDEX "Quiz_courseId_assignmentId_key" ON "Quiz"("courseId", "assignmentId");

ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AssignmentItem" ADD CONSTRAINT "AssignmentItem_courseId_assignmentId_fkey" FOREIGN KEY ("courseId", "assignmentId") REFERENCES "Assignment"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AssignmentItem" ADD CONSTRAINT "AssignmentItem_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "AssignmentItem" ADD CONSTRAINT "AssignmentItem_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "AssignmentSection" ADD CONSTRAINT "AssignmentSection_courseId_assignmentId_fkey" FOREIGN KEY ("courseId", "assignmentId") REFERENCES "Assignment"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AssignmentSection" ADD CONSTRAINT "AssignmentSection_courseId_sectionId_fkey" FOREIGN KEY ("courseId", "sectionId") REFERENCES "Section"("courseId", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "AssignmentExtension" ADD CONSTRAINT "AssignmentExtension_courseId_assignmentId_fkey" FOREIGN KEY ("courseId", "assignmentId") REFERENCES "Assignment"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AssignmentExtension" ADD CONSTRAINT "AssignmentExtension_courseId_userId_fkey" FOREIGN KEY ("courseId", "userId") REFERENCES "Membership"("courseId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AssignmentExtension" ADD CONSTRAINT "AssignmentExtension_courseId_sectionId_fkey" FOREIGN KEY ("courseId", "sectionId") REFERENCES "Section"("courseId", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "AssignmentExtension" ADD CONSTRAINT "AssignmentExtension_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_courseId_assignmentId_fkey" FOREIGN KEY ("courseId", "assignmentId") REFERENCES "Assignment"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A course that is erased takes its sections, quizzes and attempts along, in whatever order: what refers to them is
-- checked at the end of the transaction.
ALTER TABLE "Membership" DROP CONSTRAINT "Membership_courseId_sectionId_fkey";
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_courseId_sectionId_fkey" FOREIGN KEY ("courseId", "sectionId") REFERENCES "Section"("courseId", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Attempt" DROP CONSTRAINT "Attempt_quizId_fkey", DROP CONSTRAINT "Attempt_quizId_quizRevisionId_fkey";
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_quizId_quizRevisionId_fkey" FOREIGN KEY ("quizId", "quizRevisionId") REFERENCES "QuizRevision"("quizId", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- What the Prisma schema cannot say.

ALTER TABLE "Quiz" DROP CONSTRAINT "Quiz_of_one_thing";
ALTER TABLE "Quiz"
  ADD CONSTRAINT "Quiz_of_one_thing" CHECK (num_nonnulls("lessonId", "exerciseId", "unitTitle", "assignmentId") <= 1),
  ADD CONSTRAINT "Quiz_of_assignment_in_course" CHECK ("assignmentId" IS NULL OR "courseId" IS NOT NULL);
ALTER TABLE "Assignment"
  ADD CONSTRAINT "Assignment_title_present" CHECK (btrim(title) <> ''),
  ADD CONSTRAINT "Assignment_dates" CHECK ("dueAt" > "opensAt" AND "closesAt" > "opensAt" AND "closesAt" >= "dueAt"),
  ADD CONSTRAINT "Assignment_attempts" CHECK (attempts >= 1),
  ADD CONSTRAINT "Assignment_late" CHECK ("latePercent" BETWEEN 0 AND 100 AND "lateGraceMinutes" >= 0 AND "lateFloorPercent" BETWEEN 0 AND 100),
  ADD CONSTRAINT "Assignment_after_due" CHECK ("dueAt" IS NOT NULL OR (feedback <> 'afterDue' AND solutions <> 'afterDue')),
  ADD CONSTRAINT "Assignment_version" CHECK (version >= 1);
ALTER TABLE "AssignmentItem"
  ADD CONSTRAINT "AssignmentItem_position" CHECK (position >= 1),
  ADD CONSTRAINT "AssignmentItem_of_one_thing" CHECK (num_nonnulls("exerciseId", "lessonId") = 1),
  ADD CONSTRAINT "AssignmentItem_points" CHECK (("exerciseId" IS NULL) = (points IS NULL) AND points > 0);
ALTER TABLE "AssignmentExtension"
  ADD CONSTRAINT "AssignmentExtension_for_one" CHECK (num_nonnulls("userId", "sectionId") = 1),
  ADD CONSTRAINT "AssignmentExtension_gives" CHECK ("moreAttempts" >= 0 AND ("moreAttempts" > 0 OR num_nonnulls("dueAt", "closesAt") > 0)),
  ADD CONSTRAINT "AssignmentExtension_dates" CHECK ("closesAt" >= "dueAt"),
  ADD CONSTRAINT "AssignmentExtension_reason_present" CHECK (btrim(reason) <> '');
