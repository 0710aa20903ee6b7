/**
 * The rules that recognise common mistakes, each with its message.
 *
 * The grammar of CPython 3.11 (Grammar/python.gram, PSF licence), in its own notation, without type comments,
 * and with loops in place of left recursion. Actions are those that an error message needs:
 * - `{=a}` gives the value labelled `a`; `{Kind …}` makes a tree node of that kind;
 * - `{@place labels | message}` stops with the message (see `actions.ts`); `%n` is the name of the
 *   kind of expression `a`, `%t` its first token, `%d` its line;
 * - `{#name labels}` calls the action of that name.
 * A rule marked `memo` remembers its results as CPython's does, one marked `keep` to save time. An alternative that is an `invalid_` rule alone counts
 * in the second pass only.
 */
export const INVALID_GRAMMAR = `
invalid_arguments:
  | ((','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs) | kwargs) ',' b='*' {@range b | iterable argument unpacking follows keyword argument unpacking}
  | a=expression b=for_if_clauses ',' [args | expression for_if_clauses] {@comprehension a b | Generator expression must be parenthesized}
  | a=NAME b='=' expression for_if_clauses {@range a b | invalid syntax. Maybe you meant '==' or ':=' instead of '='?}
  | a=args b=for_if_clauses {#unbracketed a b}
  | args ',' a=expression b=for_if_clauses {@comprehension a b | Generator expression must be parenthesized}
  | a=args ',' args {#positional a}
invalid_kwarg:
  | a=('True' | 'False' | 'None') b='=' {@range a b | cannot assign to %t}
  | a=NAME b='=' expression for_if_clauses {@range a b | invalid syntax. Maybe you meant '==' or ':=' instead of '='?}
  | !(NAME '=') a=expression b='=' {@range a b | expression cannot contain assignment, perhaps you meant "=="?}
expression_without_invalid:
  | a=disjunction 'if' b=disjunction 'else' c=expression {IfExp a b c}
  | disjunction
  | lambdef
invalid_legacy_expression: a=NAME !'(' b=star_expressions {#legacy a b}
invalid_expression:
  | !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid {#comma a b}
  | a=disjunction 'if' b=disjunction !('else' | ':') {@range a b | expected 'else' after 'if' expression}
invalid_named_expression memo:
  | a=expression ':=' expression {@range a | cannot use assignment expressions with %n}
  | a=NAME '=' b=bitwise_or !('=' | ':=') {@range a b | invalid syntax. Maybe you meant '==' or ':=' instead of '='?}
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or !('=' | ':=') {@range a | cannot assign to %n here. Maybe you meant '==' instead of '='?}
invalid_assignment:
  | a=invalid_ann_assign_target ':' expression {@range a | only single target (not %n) can be annotated}
  | a=star_named_expression ',' star_named_expressions* ':' expression {@range a | only single target (not tuple) can be annotated}
  | a=expression ':' expression {@range a | illegal target for annotation}
  | (star_targets '=')* a=star_expressions '=' {#assign a}
  | (star_targets '=')* a=yield_expr '=' {@range a | assignment to yield expression not possible}
  | a=star_expressions augassign (yield_expr | star_expressions) {@range a | '%n' is an illegal expression for augmented assignment}
invalid_ann_assign_target: list | tuple | '(' a=invalid_ann_assign_target ')' {=a}
invalid_del_stmt: 'del' a=star_expressions {#delete a}
invalid_block: NEWLINE !INDENT {@indentation - | expected an indented block}
invalid_comprehension:
  | ('[' | '(' | '{') a=starred_expression for_if_clauses {@range a | iterable unpacking cannot be used in comprehension}
  | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses {@last-item a b | did you forget parentheses around the comprehension target?}
  | ('[' | '{') a=star_named_expression b=',' for_if_clauses {@range a b | did you forget parentheses around the comprehension target?}
invalid_dict_comprehension:
  | '{' a='**' bitwise_or for_if_clauses '}' {@range a | dict unpacking cannot be used in dict comprehension}
invalid_parameters:
  | param_no_default* invalid_parameters_helper a=param_no_default {@range a | non-default argument follows default argument}
  | param_no_default* a='(' param_no_default+ ','? b=')' {@range a b | Function parameters cannot be parenthesized}
  | a="/" ',' {@range a | at least one argument must precede /}
  | (slash_no_default | slash_with_default) param_maybe_default* a='/' {@range a | / may appear only once}
  | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a='/' {@range a | / must be ahead of *}
  | param_maybe_default+ '/' a='*' {@range a | expected comma between / and *}
invalid_default: a='=' &(')' | ',') {@range a | expected default value expression}
invalid_star_etc:
  | a='*' (')' | ',' (')' | '**')) {@range a | named arguments must follow bare *}
  | '*' param a='=' {@range a | var-positional argument cannot have default value}
  | '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') {@range a | * argument may appear only once}
invalid_kwds:
  | '**' param a='=' {@range a | var-keyword argument cannot have default value}
  | '**' param ',' a=param {@range a | arguments cannot follow var-keyword argument}
  | '**' param ',' a=('*' | '**' | '/') {@range a | arguments cannot follow var-keyword argument}
invalid_parameters_helper: a=slash_with_default | param_with_default+
invalid_lambda_parameters:
  | lambda_param_no_default* invalid_lambda_parameters_helper a=lambda_param_no_default {@range a | non-default argument follows default argument}
  | lambda_param_no_default* a='(' ','.lambda_param+ ','? b=')' {@range a b | Lambda expression parameters cannot be parenthesized}
  | a="/" ',' {@range a | at least one argument must precede /}
  | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/' {@range a | / may appear only once}
  | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* a='/' {@range a | / must be ahead of *}
  | lambda_param_maybe_default+ '/' a='*' {@range a | expected comma between / and *}
invalid_lambda_parameters_helper: a=lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc:
  | '*' (':' | ',' (':' | '**')) {@token | named arguments must follow bare *}
  | '*' lambda_param a='=' {@range a | var-positional argument cannot have default value}
  | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',') {@range a | * argument may appear only once}
invalid_lambda_kwds:
  | '**' lambda_param a='=' {@range a | var-keyword argument cannot have default value}
  | '**' lambda_param ',' a=lambda_param {@range a | arguments cannot follow var-keyword argument}
  | '**' lambda_param ',' a=('*' | '**' | '/') {@range a | arguments cannot follow var-keyword argument}
invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') {#assign a}
invalid_for_target: ASYNC? 'for' a=star_expressions {#loop a}
invalid_group:
  | '(' a=starred_expression ')' {@range a | cannot use starred expression here}
  | '(' a='**' expression ')' {@range a | cannot use double starred expression here}
invalid_import_from_targets:
  | import_from_as_names ',' NEWLINE {@token | trailing comma not allowed without surrounding parentheses}
invalid_with_stmt:
  | [ASYNC] 'with' ','.(expression ['as' star_target])+ NEWLINE {@token | expected ':'}
  | [ASYNC] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE {@token | expected ':'}
invalid_with_stmt_indent:
  | [ASYNC] a='with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'with' statement on line %d}
  | [ASYNC] a='with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'with' statement on line %d}
invalid_try_stmt:
  | a='try' ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'try' statement on line %d}
  | 'try' ':' block !('except' | 'finally') {@token | expected 'except' or 'finally' block}
  | 'try' ':' block* except_block+ a='except' b='*' expression ['as' NAME] ':' {@range a b | cannot have both 'except' and 'except*' on the same 'try'}
  | 'try' ':' block* except_star_block+ a='except' [expression ['as' NAME]] ':' {@range a | cannot have both 'except' and 'except*' on the same 'try'}
invalid_except_stmt:
  | 'except' '*'? a=expression ',' expressions ['as' NAME] ':' {@from a | multiple exception types must be parenthesized}
  | a='except' '*'? expression ['as' NAME] NEWLINE {@token | expected ':'}
  | a='except' NEWLINE {@token | expected ':'}
  | a='except' '*' (NEWLINE | ':') {@token | expected one or more exception types}
invalid_finally_stmt:
  | a='finally' ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'finally' statement on line %d}
invalid_except_stmt_indent:
  | a='except' expression ['as' NAME] ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'except' statement on line %d}
  | a='except' ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'except' statement on line %d}
invalid_except_star_stmt_indent:
  | a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'except*' statement on line %d}
invalid_match_stmt:
  | "match" subject_expr NEWLINE {@token | expected ':'}
  | a="match" subject=subject_expr ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'match' statement on line %d}
invalid_case_block:
  | "case" patterns guard? NEWLINE {@token | expected ':'}
  | a="case" patterns guard? ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'case' statement on line %d}
invalid_as_pattern:
  | or_pattern 'as' a="_" {@range a | cannot use '_' as a target}
  | or_pattern 'as' !NAME a=expression {@range a | invalid pattern target}
invalid_class_pattern:
  | name_or_attr '(' a=invalid_class_argument_pattern {@range a | positional patterns follow keyword patterns}
invalid_class_argument_pattern:
  | [positional_patterns ','] keyword_patterns ',' a=positional_patterns {=a}
invalid_if_stmt:
  | 'if' named_expression NEWLINE {@token | expected ':'}
  | a='if' a=named_expression ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'if' statement on line %d}
invalid_elif_stmt:
  | 'elif' named_expression NEWLINE {@token | expected ':'}
  | a='elif' named_expression ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'elif' statement on line %d}
invalid_else_stmt:
  | a='else' ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'else' statement on line %d}
invalid_while_stmt:
  | 'while' named_expression NEWLINE {@token | expected ':'}
  | a='while' named_expression ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'while' statement on line %d}
invalid_for_stmt:
  | [ASYNC] 'for' star_targets 'in' star_expressions NEWLINE {@token | expected ':'}
  | [ASYNC] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT {@indentation a | expected an indented block after 'for' statement on line %d}
invalid_def_raw:
  | [ASYNC] a='def' NAME '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT {@indentation a | expected an indented block after function definition on line %d}
invalid_class_def_raw:
  | 'class' NAME ['(' [arguments] ')'] NEWLINE {@token | expected ':'}
  | a='class' NAME ['(' [arguments] ')'] ':' NEWLINE !INDENT {@indentation a | expected an indented block after class definition on line %d}
invalid_double_starred_kvpairs:
  | ','.double_starred_kvpair+ ',' invalid_kvpair
  | expression ':' a='*' bitwise_or {@from a | cannot use a starred expression in a dictionary value}
  | expression a=':' &('}' | ',') {@range a | expression expected after dictionary key and ':'}
invalid_kvpair:
  | a=expression !(':') {#colon a}
  | expression ':' a='*' bitwise_or {@from a | cannot use a starred expression in a dictionary value}
  | expression a=':' &('}' | ',') {@range a | expression expected after dictionary key and ':'}
`;
