-- Exercises that teachers write: the texts that they work on.
CREATE TABLE "ExerciseDraft" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "yaml" TEXT NOT NULL,
    "snippet" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT,
    "hash" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedById" UUID NOT NULL,

    CONSTRAINT "ExerciseDraft_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "ExerciseDraft_courseId_id_key" ON "ExerciseDraft"("courseId", "id");
CREATE INDEX "ExerciseDraft_savedById_idx" ON "ExerciseDraft"("savedById");

ALTER TABLE "ExerciseDraft"
  ADD CONSTRAINT "ExerciseDraft_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ExerciseDraft_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "ExerciseDraft_version" CHECK (version >= 1),
  -- As the actions bound them.
  ADD CONSTRAINT "ExerciseDraft_size" CHECK (length(yaml) <= 65536 AND length(snippet) <= 20000 AND length(title) <= 200);

CALL keep_archived_courses('ExerciseDraft');

-- A course goes with the exercises that its teachers wrote: what refers to their revisions goes in the same statement,
-- in whatever order.
ALTER TABLE "QuizRevisionItem" DROP CONSTRAINT "QuizRevisionItem_exerciseRevisionId_fkey";
ALTER TABLE "QuizRevisionItem" ADD CONSTRAINT "QuizRevisionItem_exerciseRevisionId_fkey" FOREIGN KEY ("exerciseRevisionId") REFERENCES "ExerciseRevision"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Answer" DROP CONSTRAINT "Answer_exerciseRevisionId_fkey";
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_exerciseRevisionId_fkey" FOREIGN KEY ("exerciseRevisionId") REFERENCES "ExerciseRevision"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Regrade" DROP CONSTRAINT "Regrade_exerciseRevisionId_fkey";
ALTER TABLE "Regrade" ADD CONSTRAINT "Regrade_exerciseRevisionId_fkey" FOREIGN KEY ("exerciseRevisionId") REFERENCES "ExerciseRevision"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Marks" DROP CONSTRAINT "Marks_exerciseRevisionId_fkey";
ALTER TABLE "Marks" ADD CONSTRAINT "Marks_exerciseRevisionId_fkey" FOREIGN KEY ("exerciseRevisionId") REFERENCES "ExerciseRevision"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
