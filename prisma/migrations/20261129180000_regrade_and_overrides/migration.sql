-- CreateTable
CREATE TABLE "Regrade" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "exerciseRevisionId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "answers" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MarksOverride" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "answerId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "points" DECIMAL(9,2),
    "reason" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MarksOverride_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "Marks" ADD COLUMN "exerciseRevisionId" UUID, ADD COLUMN "regradeId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Regrade_courseId_id_key" ON "Regrade"("courseId", "id");
CREATE INDEX "Regrade_courseId_at_idx" ON "Regrade"("courseId", "at");
CREATE INDEX "Regrade_exerciseRevisionId_idx" ON "Regrade"("exerciseRevisionId");
CREATE INDEX "Regrade_actorId_idx" ON "Regrade"("actorId");
CREATE UNIQUE INDEX "MarksOverride_answerId_number_key" ON "MarksOverride"("answerId", "number");
CREATE INDEX "MarksOverride_courseId_answerId_idx" ON "MarksOverride"("courseId", "answerId");
CREATE INDEX "MarksOverride_authorId_idx" ON "MarksOverride"("authorId");
CREATE INDEX "Marks_exerciseRevisionId_idx" ON "Marks"("exerciseRevisionId");
CREATE INDEX "Marks_courseId_regradeId_idx" ON "Marks"("courseId", "regradeId");

-- AddForeignKey
ALTER TABLE "Regrade" ADD CONSTRAINT "Regrade_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Regrade" ADD CONSTRAINT "Regrade_exerciseRevisionId_fkey" FOREIGN KEY ("exerciseRevisionId") REFERENCES "ExerciseRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Regrade" ADD CONSTRAINT "Regrade_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MarksOverride" ADD CONSTRAINT "MarksOverride_courseId_answerId_fkey" FOREIGN KEY ("courseId", "answerId") REFERENCES "Answer"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MarksOverride" ADD CONSTRAINT "MarksOverride_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Marks" ADD CONSTRAINT "Marks_exerciseRevisionId_fkey" FOREIGN KEY ("exerciseRevisionId") REFERENCES "ExerciseRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Marks" ADD CONSTRAINT "Marks_courseId_regradeId_fkey" FOREIGN KEY ("courseId", "regradeId") REFERENCES "Regrade"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE "Regrade"
  ADD CONSTRAINT "Regrade_reason_present" CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT "Regrade_digest" CHECK (digest ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Regrade_counts" CHECK (changed BETWEEN 0 AND answers);
ALTER TABLE "MarksOverride"
  ADD CONSTRAINT "MarksOverride_number" CHECK (number >= 1),
  ADD CONSTRAINT "MarksOverride_points" CHECK (points >= 0),
  ADD CONSTRAINT "MarksOverride_reason_present" CHECK (btrim(reason) <> '');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Regrade"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "MarksOverride"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
