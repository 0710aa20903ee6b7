-- CreateTable
CREATE TABLE "PracticeAnswer" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "concepts" TEXT[],
    "difficulty" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "simulatorVersion" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "points" DECIMAL(9,2) NOT NULL,
    "possible" DECIMAL(9,2) NOT NULL,
    "cells" JSONB NOT NULL,
    "diagnosis" JSONB,
    "rules" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PracticeAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewCard" (
    "courseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "concept" TEXT NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "scheduledDays" INTEGER NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "lastReview" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewCard_pkey" PRIMARY KEY ("courseId","userId","concept")
);

-- CreateIndex
CREATE UNIQUE INDEX "PracticeAnswer_courseId_userId_kind_difficulty_seed_concept_key" ON "PracticeAnswer"("courseId", "userId", "kind", "difficulty", "seed", "concepts");
CREATE INDEX "PracticeAnswer_courseId_userId_answeredAt_idx" ON "PracticeAnswer"("courseId", "userId", "answeredAt");

-- AddForeignKey
ALTER TABLE "PracticeAnswer" ADD CONSTRAINT "PracticeAnswer_courseId_userId_fkey" FOREIGN KEY ("courseId", "userId") REFERENCES "Membership"("courseId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReviewCard" ADD CONSTRAINT "ReviewCard_courseId_userId_fkey" FOREIGN KEY ("courseId", "userId") REFERENCES "Membership"("courseId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE "PracticeAnswer"
  ADD CONSTRAINT "PracticeAnswer_concepts" CHECK (cardinality(concepts) BETWEEN 1 AND 3),
  ADD CONSTRAINT "PracticeAnswer_difficulty" CHECK (difficulty BETWEEN 1 AND 5),
  ADD CONSTRAINT "PracticeAnswer_seed" CHECK (seed >= 0),
  ADD CONSTRAINT "PracticeAnswer_kind" CHECK (kind IN ('choice', 'trace-table')),
  ADD CONSTRAINT "PracticeAnswer_points" CHECK (points BETWEEN 0 AND possible);
ALTER TABLE "ReviewCard"
  ADD CONSTRAINT "ReviewCard_memory" CHECK (stability > 0 AND difficulty BETWEEN 1 AND 10),
  ADD CONSTRAINT "ReviewCard_counts" CHECK (reps >= 1 AND lapses BETWEEN 0 AND reps AND "scheduledDays" >= 0),
  ADD CONSTRAINT "ReviewCard_state" CHECK (state BETWEEN 1 AND 3),
  ADD CONSTRAINT "ReviewCard_due" CHECK (due >= "lastReview");
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "PracticeAnswer"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
