/** Why a source is no program, in CPython's words. */
import { reportError } from '../syntax/report/report';
import { setReporter } from '../syntax/reporter';

setReporter(reportError);
