/**
 * Makes students of the demo course who can sign in: each test that answers has one of its own. Run with the
 * address of the database in DATABASE_URL and the email addresses as words.
 */
import { db, disconnect } from '../../lib/db/client';
import { enrol, makePerson } from '../../prisma/builders';
import { password } from './accounts-of-tests';

const course = await db().course.findFirstOrThrow({ where: { isDemo: true }, select: { id: true } });
for (const email of process.argv.slice(2)) {
  const name = `Test ${email.split('@')[0]}`;
  await enrol(course.id, await makePerson({ name, email, password }), 'student');
}
await disconnect();
