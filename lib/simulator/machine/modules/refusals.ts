/** Why a module is refused (`refused.ts`): asked for only once the library is there and does not have it. */
import { Late } from '../../parts/part';

export const refusals = new Late<(name: string) => string | null>('library');
