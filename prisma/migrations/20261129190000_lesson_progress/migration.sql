-- CreateTable
CREATE TABLE "LessonProgress" (
    "courseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "modes" TEXT[],
    "lastMode" TEXT NOT NULL,
    "lastStep" INTEGER,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LessonProgress_pkey" PRIMARY KEY ("courseId","userId","lessonId")
);

-- CreateIndex
CREATE INDEX "LessonProgress_lessonId_idx" ON "LessonProgress"("lessonId");

-- AddForeignKey
ALTER TABLE "LessonProgress" ADD CONSTRAINT "LessonProgress_courseId_userId_fkey" FOREIGN KEY ("courseId", "userId") REFERENCES "Membership"("courseId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "LessonProgress" ADD CONSTRAINT "LessonProgress_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE "LessonProgress"
  ADD CONSTRAINT "LessonProgress_modes" CHECK (cardinality(modes) BETWEEN 1 AND 9 AND "lastMode" = ANY (modes)),
  ADD CONSTRAINT "LessonProgress_step" CHECK ("lastStep" >= 0);
