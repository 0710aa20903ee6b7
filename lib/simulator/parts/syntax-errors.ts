/** Why a source is no program, in CPython's words. */
import '../machine/library';
import { reportError } from '../syntax/report/report';
import { reporter } from '../syntax/reporter';

reporter.set(reportError);
