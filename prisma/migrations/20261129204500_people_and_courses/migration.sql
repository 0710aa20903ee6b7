-- AlterTable
ALTER TABLE "User" ADD COLUMN "emailProvenAt" TIMESTAMPTZ(3);
ALTER TABLE "Membership" ADD COLUMN "studentNumber" TEXT, ADD COLUMN "removedById" UUID;

-- CreateTable
CREATE TABLE "Identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "sectionId" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "studentNumber" TEXT,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "sectionId" UUID,
    "code" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "usesAllowed" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Identity_userId_idx" ON "Identity"("userId");
CREATE UNIQUE INDEX "Membership_courseId_studentNumber_key" ON "Membership"("courseId", "studentNumber");
CREATE INDEX "Membership_removedById_idx" ON "Membership"("removedById");
CREATE UNIQUE INDEX "Seat_code_key" ON "Seat"("code");
CREATE UNIQUE INDEX "Seat_courseId_email_key" ON "Seat"("courseId", "email");
CREATE UNIQUE INDEX "Seat_courseId_studentNumber_key" ON "Seat"("courseId", "studentNumber");
CREATE INDEX "Seat_email_idx" ON "Seat"("email");
CREATE INDEX "Seat_courseId_sectionId_idx" ON "Seat"("courseId", "sectionId");
CREATE UNIQUE INDEX "Invitation_code_key" ON "Invitation"("code");
CREATE INDEX "Invitation_courseId_createdAt_idx" ON "Invitation"("courseId", "createdAt");
CREATE INDEX "Invitation_courseId_sectionId_idx" ON "Invitation"("courseId", "sectionId");
CREATE INDEX "Invitation_createdById_idx" ON "Invitation"("createdById");

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_courseId_sectionId_fkey" FOREIGN KEY ("courseId", "sectionId") REFERENCES "Section"("courseId", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_courseId_sectionId_fkey" FOREIGN KEY ("courseId", "sectionId") REFERENCES "Section"("courseId", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE "Membership"
  ADD CONSTRAINT "Membership_ended_by" CHECK ("removedById" IS NULL OR "removedAt" IS NOT NULL),
  ADD CONSTRAINT "Membership_number_present" CHECK (btrim("studentNumber") <> '');
ALTER TABLE "Seat"
  ADD CONSTRAINT "Seat_name_present" CHECK (btrim(name) <> ''),
  ADD CONSTRAINT "Seat_email_lower" CHECK (email = lower(email) AND btrim(email) <> ''),
  ADD CONSTRAINT "Seat_number_present" CHECK (btrim("studentNumber") <> '');
ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_uses" CHECK (uses >= 0 AND "usesAllowed" >= 1 AND uses <= "usesAllowed");

-- An archived course is read-only, whoever writes: its row is locked until the writer's transaction ends, so that
-- nothing is written after it was archived. Nothing is asked where the course itself is being erased.
CREATE FUNCTION refuse_write_in_archived_course() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Course" WHERE id IN (SELECT DISTINCT "courseId" FROM written) ORDER BY id FOR SHARE;
  IF EXISTS (
    SELECT FROM "Course" WHERE id IN (SELECT DISTINCT "courseId" FROM written) AND "archivedAt" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'course is archived' USING ERRCODE = 'LR001';
  END IF;
  RETURN NULL;
END $$;

-- Called for every table that belongs to a course, also in later migrations.
CREATE PROCEDURE keep_archived_courses(table_name text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER archived_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_write_in_archived_course()', table_name);
  EXECUTE format('CREATE TRIGGER archived_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_write_in_archived_course()', table_name);
  EXECUTE format('CREATE TRIGGER archived_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_write_in_archived_course()', table_name);
END $$;

CALL keep_archived_courses('Section');
CALL keep_archived_courses('Membership');
CALL keep_archived_courses('Seat');
CALL keep_archived_courses('Invitation');
CALL keep_archived_courses('Lesson');
CALL keep_archived_courses('LessonProgress');
CALL keep_archived_courses('Exercise');
CALL keep_archived_courses('Quiz');
CALL keep_archived_courses('Attempt');
CALL keep_archived_courses('Draft');
CALL keep_archived_courses('Submission');
CALL keep_archived_courses('Answer');
CALL keep_archived_courses('PracticeAnswer');
CALL keep_archived_courses('ReviewCard');
CALL keep_archived_courses('Marks');
CALL keep_archived_courses('MarksOverride');
CALL keep_archived_courses('Regrade');
CALL keep_archived_courses('Assignment');
CALL keep_archived_courses('AssignmentItem');
CALL keep_archived_courses('AssignmentSection');
CALL keep_archived_courses('AssignmentExtension');
