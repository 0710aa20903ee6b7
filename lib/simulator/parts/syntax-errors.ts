/** Why a source is no program, in CPython's words; the check of imports from the future. */
import '../machine/library';
import { checkFuture } from '../syntax/checks/future';
import { futureCheck } from '../syntax/checks/late-future';
import { reportError } from '../syntax/report/report';
import { reporter } from '../syntax/reporter';

futureCheck.set(checkFuture);
reporter.set(reportError);
