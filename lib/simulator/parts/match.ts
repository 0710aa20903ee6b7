/** `match`: what the compiler refuses in its patterns, its compilation, its instructions. */
import '../machine/library';
import '../machine/instructions/match';
import { matchCompiler } from '../bytecode/statements/late-match';
import { compileMatch } from '../bytecode/statements/match';
import { caseCheck } from '../syntax/checks/case';
import { checkCase } from '../syntax/checks/match';
import { patternParser } from '../syntax/late-patterns';
import { parsePatterns } from '../syntax/parse-pattern';

patternParser.set(parsePatterns);
caseCheck.set(checkCase);
matchCompiler.set(compileMatch);
