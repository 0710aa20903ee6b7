import { makeThousands } from './thousands';

makeThousands();
