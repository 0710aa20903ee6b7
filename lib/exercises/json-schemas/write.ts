/** `npm run exercises:schema`: writes the JSON Schemas beside the content files. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from './build';

const folder = join(process.cwd(), 'exercises');
for (const [file, text] of jsonSchemas()) {
  await writeFile(join(folder, file), text);
  console.log(`exercises/${file}`);
}
