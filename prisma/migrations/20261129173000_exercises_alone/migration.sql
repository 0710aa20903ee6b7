-- Each exercise of the catalogue can be answered alone: as a quiz of one question. And the quiz of a unit says
-- what the unit is called and where it stands.
ALTER TABLE "Quiz"
  ADD COLUMN "exerciseId" UUID,
  ADD COLUMN "unitTitle" TEXT,
  ADD COLUMN "unitPlace" INTEGER;

CREATE UNIQUE INDEX "Quiz_exerciseId_key" ON "Quiz"("exerciseId");

ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Quiz"
  ADD CONSTRAINT "Quiz_unit" CHECK (("unitTitle" IS NULL) = ("unitPlace" IS NULL)),
  ADD CONSTRAINT "Quiz_of_one_thing" CHECK (num_nonnulls("lessonId", "exerciseId", "unitTitle") <= 1);
