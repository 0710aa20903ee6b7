-- How long a question was worked on, and which variant was answered: for the analysis of questions.
ALTER TABLE "Draft" ADD COLUMN "seconds" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Answer" ADD COLUMN "drawing" INTEGER, ADD COLUMN "seconds" INTEGER;

ALTER TABLE "Draft" ADD CONSTRAINT "Draft_seconds" CHECK (seconds >= 0);
ALTER TABLE "Answer"
  ADD CONSTRAINT "Answer_drawing" CHECK (drawing >= 0),
  ADD CONSTRAINT "Answer_seconds" CHECK (seconds >= 0);
