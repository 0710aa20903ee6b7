-- What belief explains the wrong cells of an answer; NULL where none is named.
ALTER TABLE "Marks" ADD COLUMN "diagnosis" JSONB;
