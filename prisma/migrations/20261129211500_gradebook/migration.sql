-- CreateTable
CREATE TABLE "AttemptScore" (
    "attemptId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "points" DECIMAL(9,2) NOT NULL,
    "overridden" INTEGER NOT NULL,

    CONSTRAINT "AttemptScore_pkey" PRIMARY KEY ("attemptId")
);

-- CreateTable
CREATE TABLE "Excuse" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "exerciseId" UUID,
    "number" INTEGER NOT NULL,
    "excused" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Excuse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AttemptScore_courseId_attemptId_key" ON "AttemptScore"("courseId", "attemptId");
CREATE UNIQUE INDEX "Excuse_assignmentId_userId_number_key" ON "Excuse"("assignmentId", "userId", "number");
CREATE INDEX "Excuse_courseId_assignmentId_idx" ON "Excuse"("courseId", "assignmentId");
CREATE INDEX "Excuse_courseId_userId_idx" ON "Excuse"("courseId", "userId");
CREATE INDEX "Excuse_exerciseId_idx" ON "Excuse"("exerciseId");
CREATE INDEX "Excuse_authorId_idx" ON "Excuse"("authorId");

-- AddForeignKey
ALTER TABLE "AttemptScore" ADD CONSTRAINT "AttemptScore_courseId_attemptId_fkey" FOREIGN KEY ("courseId", "attemptId") REFERENCES "Attempt"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Excuse" ADD CONSTRAINT "Excuse_courseId_assignmentId_fkey" FOREIGN KEY ("courseId", "assignmentId") REFERENCES "Assignment"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Excuse" ADD CONSTRAINT "Excuse_courseId_userId_fkey" FOREIGN KEY ("courseId", "userId") REFERENCES "Membership"("courseId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Excuse" ADD CONSTRAINT "Excuse_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Excuse" ADD CONSTRAINT "Excuse_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE "AttemptScore"
  ADD CONSTRAINT "AttemptScore_points" CHECK (points >= 0),
  ADD CONSTRAINT "AttemptScore_overridden" CHECK (overridden >= 0);
ALTER TABLE "Excuse"
  ADD CONSTRAINT "Excuse_number" CHECK (number >= 1),
  ADD CONSTRAINT "Excuse_reason_present" CHECK (btrim(reason) <> '');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "Excuse"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CALL keep_archived_courses('Excuse');

-- The points of these attempts, from the rows that they are derived from. An answer whose marks are being replaced
-- counts nothing until the new ones are there.
CREATE FUNCTION write_scores(attempts uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- One at a time: the second of two changes to an attempt sums up after the first is there to be seen.
  PERFORM FROM "AttemptScore" WHERE "attemptId" = ANY (attempts) ORDER BY "attemptId" FOR UPDATE;
  INSERT INTO "AttemptScore" ("attemptId", "courseId", points, overridden)
  SELECT s."attemptId", s."courseId", coalesce(sum(coalesce(o.points, m.points)) FILTER (WHERE m.id IS NOT NULL), 0),
         count(o.points)
  FROM "Submission" s
  JOIN "Answer" a ON a."courseId" = s."courseId" AND a."submissionId" = s.id
  LEFT JOIN "Marks" m ON m."answerId" = a.id AND m."supersededAt" IS NULL
  LEFT JOIN LATERAL (
    SELECT v.points FROM "MarksOverride" v WHERE v."answerId" = a.id ORDER BY v.number DESC LIMIT 1
  ) o ON true
  WHERE s."attemptId" = ANY (attempts)
  GROUP BY s."attemptId", s."courseId"
  ORDER BY s."attemptId"
  ON CONFLICT ("attemptId") DO UPDATE SET points = excluded.points, overridden = excluded.overridden;
END $$;

CREATE FUNCTION keep_scores() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_scores(ARRAY(
    SELECT DISTINCT s."attemptId"
    FROM written w
    JOIN "Answer" a ON a.id = w."answerId"
    JOIN "Submission" s ON s.id = a."submissionId"
  ));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_scores_insert AFTER INSERT ON "Marks" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_scores();
CREATE TRIGGER keep_scores_update AFTER UPDATE ON "Marks" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_scores();
CREATE TRIGGER keep_scores_insert AFTER INSERT ON "MarksOverride" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_scores();

SELECT write_scores(ARRAY(SELECT "attemptId" FROM "Submission"));
