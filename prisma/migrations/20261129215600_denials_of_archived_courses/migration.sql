-- What a student says of a diagnosis is kept from changing in an archived course, as all that belongs to it.
CALL keep_archived_courses('DiagnosisDenial');
