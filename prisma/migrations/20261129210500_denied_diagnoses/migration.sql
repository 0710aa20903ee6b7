-- A student may say that the belief named behind an answer is not what they were thinking.

CREATE TABLE "DiagnosisDenial" (
    "marksId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "DiagnosisDenial_pkey" PRIMARY KEY ("marksId")
);

CREATE UNIQUE INDEX "Marks_courseId_id_key" ON "Marks"("courseId", "id");
CREATE UNIQUE INDEX "DiagnosisDenial_courseId_marksId_key" ON "DiagnosisDenial"("courseId", "marksId");

ALTER TABLE "DiagnosisDenial" ADD CONSTRAINT "DiagnosisDenial_courseId_marksId_fkey" FOREIGN KEY ("courseId", "marksId") REFERENCES "Marks"("courseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
