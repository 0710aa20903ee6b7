/** The modules of the library. */
import '../machine/library';
import '../machine/modules/library';
import { refusals } from '../machine/modules/refusals';
import { reasonFor } from '../machine/modules/refused';
import { annotationsAsTexts } from '../syntax/future-annotations';
import { textAnnotations } from '../syntax/late-annotations';
import { provide } from './part';

refusals.set(reasonFor);
textAnnotations.set(annotationsAsTexts);
provide('library');
