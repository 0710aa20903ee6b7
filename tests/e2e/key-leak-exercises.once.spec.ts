/** Nothing of a key reaches the browser before the submission, of whatever kind the exercise is. */
import { signInAsStudentOf } from './accounts';
import { exercises, expectMarks, type Kind, openExercise } from './exercises';
import { expect, test } from './fixtures';
import { keyFields, leaks, recordBodies } from './leaks';

test('an exercise alone tells nothing of its key, in the page, in the payload, in any answer', async ({
  page,
}, info) => {
  await signInAsStudentOf(page, info, 'leak', '/');
  const bodies = recordBodies(page);
  for (const kind of Object.keys(exercises) as Kind[]) {
    await page.goto(exercises[kind]);
    await openExercise(page, kind);
    const payload = await page.request.get(exercises[kind], { headers: { RSC: '1' } });
    expect(payload.headers()['content-type']).toContain('text/x-component');
    const found = leaks(
      [
        { url: `payload of ${kind}`, text: await payload.text() },
        { url: `page of ${kind}`, text: await page.content() },
      ],
      keyFields,
    );
    expect(found).toEqual([]);
  }
  expect(leaks(await bodies(), keyFields)).toEqual([]);

  // The search finds the same words where they may be: with the marks.
  await openExercise(page, 'output');
  await page.getByRole('button', { name: 'Submit answers' }).click();
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expectMarks(page);
  const found = leaks([{ url: '', text: await (await page.request.get(page.url())).text() }], keyFields);
  expect(found).toEqual(expect.arrayContaining([': "expected"', ': "reason"']));
});
