/**
 * The rules that valid programs follow.
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
export const GRAMMAR = `
file: a=[statements] ENDMARKER
fstring: star_expressions
statements: a=statement+
statement: a=compound_stmt | a=simple_stmts {=a}
simple_stmts: a=simple_stmt !';' NEWLINE | a=';'.simple_stmt+ [';'] NEWLINE {=a}
simple_stmt memo:
  | assignment
  | e=star_expressions
  | &'return' return_stmt
  | &('import' | 'from') import_stmt
  | &'raise' raise_stmt
  | 'pass'
  | &'del' del_stmt
  | &'yield' yield_stmt
  | &'assert' assert_stmt
  | 'break'
  | 'continue'
  | &'global' global_stmt
  | &'nonlocal' nonlocal_stmt
compound_stmt:
  | &('def' | '@' | ASYNC) function_def
  | &'if' if_stmt
  | &('class' | '@') class_def
  | &('with' | ASYNC) with_stmt
  | &('for' | ASYNC) for_stmt
  | &'try' try_stmt
  | &'while' while_stmt
  | match_stmt
assignment:
  | a=NAME ':' b=expression c=['=' d=annotated_rhs {=d}]
  | a=('(' b=single_target ')' {=b} | single_subscript_attribute_target) ':' b=expression c=['=' d=annotated_rhs {=d}]
  | a=(z=star_targets '=' {=z})+ b=(yield_expr | star_expressions) !'='
  | a=single_target b=augassign ~ c=(yield_expr | star_expressions)
  | invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign:
  | '+='
  | '-='
  | '*='
  | '@='
  | '/='
  | '%='
  | '&='
  | '|='
  | '^='
  | '<<='
  | '>>='
  | '**='
  | '//='
return_stmt: 'return' a=[star_expressions]
raise_stmt: 'raise' a=expression b=['from' z=expression {=z}] | 'raise'
global_stmt: 'global' a=','.NAME+
nonlocal_stmt: 'nonlocal' a=','.NAME+
del_stmt: 'del' a=del_targets &(';' | NEWLINE) | invalid_del_stmt
yield_stmt: y=yield_expr
assert_stmt: 'assert' a=expression b=[',' z=expression {=z}]
import_stmt: import_name | import_from
import_name: 'import' a=dotted_as_names
import_from:
  | 'from' a=('.' | '...')* b=dotted_name 'import' c=import_from_targets
  | 'from' a=('.' | '...')+ 'import' b=import_from_targets
import_from_targets:
  | '(' a=import_from_as_names [','] ')' {=a}
  | import_from_as_names !','
  | '*'
  | invalid_import_from_targets
import_from_as_names: a=','.import_from_as_name+ {=a}
import_from_as_name: a=NAME b=['as' z=NAME {=z}]
dotted_as_names: a=','.dotted_as_name+ {=a}
dotted_as_name: a=dotted_name b=['as' z=NAME {=z}]
dotted_name memo: NAME ('.' NAME)*
block memo: NEWLINE INDENT a=statements DEDENT {=a} | simple_stmts | invalid_block
decorators: a=('@' f=named_expression NEWLINE {=f})+ {=a}
class_def: a=decorators b=class_def_raw | class_def_raw
class_def_raw: invalid_class_def_raw | 'class' a=NAME b=['(' z=[arguments] ')' {=z}] ':' c=block
function_def: d=decorators f=function_def_raw | function_def_raw
function_def_raw:
  | invalid_def_raw
  | 'def' n=NAME &&'(' params=[params] ')' a=['->' z=expression {=z}] &&':' b=block
  | ASYNC 'def' n=NAME &&'(' params=[params] ')' a=['->' z=expression {=z}] &&':' b=block
params: invalid_parameters | parameters
parameters:
  | a=slash_no_default b=param_no_default* c=param_with_default* d=[star_etc]
  | a=slash_with_default b=param_with_default* c=[star_etc]
  | a=param_no_default+ b=param_with_default* c=[star_etc]
  | a=param_with_default+ b=[star_etc]
  | a=star_etc
slash_no_default: a=param_no_default+ '/' ',' {=a} | a=param_no_default+ '/' &')' {=a}
slash_with_default:
  | a=param_no_default* b=param_with_default+ '/' ','
  | a=param_no_default* b=param_with_default+ '/' &')'
star_etc:
  | invalid_star_etc
  | '*' a=param_no_default b=param_maybe_default* c=[kwds]
  | '*' a=param_no_default_star_annotation b=param_maybe_default* c=[kwds]
  | '*' ',' b=param_maybe_default+ c=[kwds]
  | a=kwds
kwds: invalid_kwds | '**' a=param_no_default {=a}
param_no_default: a=param ',' {=a} | a=param &')' {=a}
param_no_default_star_annotation:
  | a=param_star_annotation ',' {=a}
  | a=param_star_annotation &')' {=a}
param_with_default: a=param c=default ',' | a=param c=default &')'
param_maybe_default: a=param c=default? ',' | a=param c=default? &')'
param: a=NAME b=annotation? {arg a b}
param_star_annotation: a=NAME b=star_annotation {arg a b}
annotation: ':' a=expression {=a}
star_annotation: ':' a=star_expression {=a}
default: '=' a=expression {=a} | invalid_default
if_stmt:
  | invalid_if_stmt
  | 'if' a=named_expression ':' b=block c=elif_stmt
  | 'if' a=named_expression ':' b=block c=[else_block]
elif_stmt:
  | invalid_elif_stmt
  | 'elif' a=named_expression ':' b=block c=elif_stmt
  | 'elif' a=named_expression ':' b=block c=[else_block]
else_block: invalid_else_stmt | 'else' &&':' b=block {=b}
while_stmt: invalid_while_stmt | 'while' a=named_expression ':' b=block c=[else_block]
for_stmt:
  | invalid_for_stmt
  | 'for' t=star_targets 'in' ~ ex=star_expressions ':' b=block el=[else_block]
  | ASYNC 'for' t=star_targets 'in' ~ ex=star_expressions ':' b=block el=[else_block]
  | invalid_for_target
with_stmt:
  | invalid_with_stmt_indent
  | 'with' '(' a=','.with_item+ ','? ')' ':' b=block
  | 'with' a=','.with_item+ ':' b=block
  | ASYNC 'with' '(' a=','.with_item+ ','? ')' ':' b=block
  | ASYNC 'with' a=','.with_item+ ':' b=block
  | invalid_with_stmt
with_item: e=expression 'as' t=star_target &(',' | ')' | ':') | invalid_with_item | e=expression
try_stmt:
  | invalid_try_stmt
  | 'try' &&':' b=block f=finally_block
  | 'try' &&':' b=block ex=except_block+ el=[else_block] f=[finally_block]
  | 'try' &&':' b=block ex=except_star_block+ el=[else_block] f=[finally_block]
except_block:
  | invalid_except_stmt_indent
  | 'except' e=expression t=['as' z=NAME {=z}] ':' b=block
  | 'except' ':' b=block
  | invalid_except_stmt
except_star_block:
  | invalid_except_star_stmt_indent
  | 'except' '*' e=expression t=['as' z=NAME {=z}] ':' b=block
  | invalid_except_stmt
finally_block: invalid_finally_stmt | 'finally' &&':' a=block {=a}
match_stmt:
  | "match" subject=subject_expr ':' NEWLINE INDENT cases=case_block+ DEDENT
  | invalid_match_stmt
subject_expr:
  | value=star_named_expression ',' values=star_named_expressions? {Tuple value values}
  | named_expression
case_block: invalid_case_block | "case" pattern=patterns guard=guard? ':' body=block
guard: 'if' guard=named_expression {=guard}
patterns: patterns=open_sequence_pattern {MatchSequence patterns} | pattern
pattern: as_pattern | or_pattern
as_pattern:
  | pattern=or_pattern 'as' target=pattern_capture_target {MatchAs pattern target}
  | invalid_as_pattern
or_pattern: patterns='|'.closed_pattern+ {MatchOr patterns}
closed_pattern memo:
  | literal_pattern
  | capture_pattern
  | wildcard_pattern
  | value_pattern
  | group_pattern
  | sequence_pattern
  | mapping_pattern
  | class_pattern
literal_pattern:
  | value=signed_number !('+' | '-') {MatchValue value}
  | value=complex_number {MatchValue value}
  | value=strings {MatchValue value}
  | 'None' {MatchSingleton}
  | 'True' {MatchSingleton}
  | 'False' {MatchSingleton}
literal_expr:
  | signed_number !('+' | '-')
  | complex_number
  | strings
  | 'None'
  | 'True'
  | 'False'
complex_number:
  | real=signed_real_number '+' imag=imaginary_number {BinOp real imag}
  | real=signed_real_number '-' imag=imaginary_number {BinOp real imag}
signed_number: NUMBER | '-' number=NUMBER {UnaryOp number}
signed_real_number: real_number | '-' real=real_number {UnaryOp real}
real_number: real=NUMBER {#real real}
imaginary_number: imag=NUMBER {#imaginary imag}
capture_pattern: target=pattern_capture_target {MatchAs target}
pattern_capture_target: !"_" name=NAME !('.' | '(' | '=') {=name}
wildcard_pattern: "_" {MatchAs}
value_pattern: attr=attr !('.' | '(' | '=') {MatchValue attr}
attr memo: NAME ('.' NAME)+ {Attribute}
name_or_attr: a=NAME b=(s=name_suffix {=s})* {#fold a b}
name_suffix: '.' NAME {Attribute}
group_pattern: '(' pattern=pattern ')' {=pattern}
sequence_pattern:
  | '[' patterns=maybe_sequence_pattern? ']' {MatchSequence patterns}
  | '(' patterns=open_sequence_pattern? ')' {MatchSequence patterns}
open_sequence_pattern: pattern=maybe_star_pattern ',' patterns=maybe_sequence_pattern?
maybe_sequence_pattern: patterns=','.maybe_star_pattern+ ','? {=patterns}
maybe_star_pattern: star_pattern | pattern
star_pattern memo:
  | '*' target=pattern_capture_target {MatchStar target}
  | '*' wildcard_pattern {MatchStar}
mapping_pattern:
  | '{' '}' {MatchMapping}
  | '{' rest=double_star_pattern ','? '}' {MatchMapping rest}
  | '{' items=items_pattern ',' rest=double_star_pattern ','? '}' {MatchMapping items rest}
  | '{' items=items_pattern ','? '}' {MatchMapping items}
items_pattern: ','.key_value_pattern+
key_value_pattern: key=(literal_expr | attr) ':' pattern=pattern
double_star_pattern: '**' target=pattern_capture_target {=target}
class_pattern:
  | cls=name_or_attr '(' ')' {MatchClass cls}
  | cls=name_or_attr '(' patterns=positional_patterns ','? ')' {MatchClass cls patterns}
  | cls=name_or_attr '(' keywords=keyword_patterns ','? ')' {MatchClass cls keywords}
  | cls=name_or_attr '(' patterns=positional_patterns ',' keywords=keyword_patterns ','? ')' {MatchClass cls patterns keywords}
  | invalid_class_pattern
positional_patterns: args=','.pattern+ {=args}
keyword_patterns: ','.keyword_pattern+
keyword_pattern: arg=NAME '=' value=pattern
expressions:
  | a=expression b=(',' c=expression {=c})+ [','] {Tuple a b}
  | a=expression ',' {Tuple a}
  | expression
expression memo:
  | invalid_expression
  | invalid_legacy_expression
  | a=disjunction 'if' b=disjunction 'else' c=expression {IfExp a b c}
  | disjunction
  | lambdef
yield_expr: 'yield' 'from' a=expression {YieldFrom a} | 'yield' a=[star_expressions] {Yield a}
star_expressions:
  | a=star_expression b=(',' c=star_expression {=c})+ [','] {Tuple a b}
  | a=star_expression ',' {Tuple a}
  | star_expression
star_expression memo: '*' a=bitwise_or {Starred a} | expression
star_named_expressions: a=','.star_named_expression+ [','] {=a}
star_named_expression: '*' a=bitwise_or {Starred a} | named_expression
assignment_expression: a=NAME ':=' ~ b=expression {NamedExpr a b}
named_expression: assignment_expression | invalid_named_expression | expression !':='
disjunction memo: a=conjunction b=('or' c=conjunction {=c})+ {BoolOp a b} | conjunction
conjunction memo: a=inversion b=('and' c=inversion {=c})+ {BoolOp a b} | inversion
inversion memo: 'not' a=inversion {UnaryOp a} | comparison
comparison: a=bitwise_or b=compare_op_bitwise_or_pair+ {Compare a b} | bitwise_or
compare_op_bitwise_or_pair:
  | eq_bitwise_or
  | noteq_bitwise_or
  | lte_bitwise_or
  | lt_bitwise_or
  | gte_bitwise_or
  | gt_bitwise_or
  | notin_bitwise_or
  | in_bitwise_or
  | isnot_bitwise_or
  | is_bitwise_or
eq_bitwise_or: '==' a=bitwise_or
noteq_bitwise_or: '!=' a=bitwise_or
lte_bitwise_or: '<=' a=bitwise_or
lt_bitwise_or: '<' a=bitwise_or
gte_bitwise_or: '>=' a=bitwise_or
gt_bitwise_or: '>' a=bitwise_or
notin_bitwise_or: 'not' 'in' a=bitwise_or
in_bitwise_or: 'in' a=bitwise_or {In a}
isnot_bitwise_or: 'is' 'not' a=bitwise_or
is_bitwise_or: 'is' a=bitwise_or
bitwise_or memo: a=bitwise_xor b=('|' bitwise_xor)* {#fold a b}
bitwise_xor memo: a=bitwise_and b=('^' bitwise_and)* {#fold a b}
bitwise_and memo: a=shift_expr b=('&' shift_expr)* {#fold a b}
shift_expr memo: a=sum b=(('<<' | '>>') sum)* {#fold a b}
sum memo: a=term b=(('+' | '-') term)* {#fold a b}
term memo: a=factor b=(('*' | '/' | '//' | '%' | '@') factor)* {#fold a b}
factor memo: '+' a=factor {UnaryOp a} | '-' a=factor {UnaryOp a} | '~' a=factor {UnaryOp a} | power
power: a=await_primary '**' b=factor {BinOp a b} | await_primary
await_primary memo: AWAIT a=primary {Await a} | primary
primary memo: a=atom b=primary_suffix* {#fold a b}
primary_suffix:
  | '.' NAME {Attribute}
  | genexp {Call}
  | '(' [arguments] ')' {Call}
  | '[' slices ']' {Subscript}
slices: a=slice !',' {=a} | a=','.(slice | starred_expression)+ [','] {Tuple a}
slice:
  | a=[expression] ':' b=[expression] c=[':' d=[expression] {=d}] {Slice a b c}
  | a=named_expression {=a}
atom:
  | NAME
  | 'True'
  | 'False'
  | 'None'
  | &STRING strings
  | NUMBER
  | &'(' (tuple | group | genexp)
  | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp)
  | '...'
group: '(' a=(yield_expr | named_expression) ')' {=a} | invalid_group
lambdef: 'lambda' a=[lambda_params] ':' b=expression {Lambda a b}
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters:
  | a=lambda_slash_no_default b=lambda_param_no_default* c=lambda_param_with_default* d=[lambda_star_etc]
  | a=lambda_slash_with_default b=lambda_param_with_default* c=[lambda_star_etc]
  | a=lambda_param_no_default+ b=lambda_param_with_default* c=[lambda_star_etc]
  | a=lambda_param_with_default+ b=[lambda_star_etc]
  | a=lambda_star_etc
lambda_slash_no_default:
  | a=lambda_param_no_default+ '/' ',' {=a}
  | a=lambda_param_no_default+ '/' &':' {=a}
lambda_slash_with_default:
  | a=lambda_param_no_default* b=lambda_param_with_default+ '/' ','
  | a=lambda_param_no_default* b=lambda_param_with_default+ '/' &':'
lambda_star_etc:
  | invalid_lambda_star_etc
  | '*' a=lambda_param_no_default b=lambda_param_maybe_default* c=[lambda_kwds]
  | '*' ',' b=lambda_param_maybe_default+ c=[lambda_kwds]
  | a=lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' a=lambda_param_no_default {=a}
lambda_param_no_default: a=lambda_param ',' {=a} | a=lambda_param &':' {=a}
lambda_param_with_default: a=lambda_param c=default ',' | a=lambda_param c=default &':'
lambda_param_maybe_default: a=lambda_param c=default? ',' | a=lambda_param c=default? &':'
lambda_param: a=NAME {arg a}
strings memo: a=STRING+ {#strings a}
list: '[' a=[star_named_expressions] ']' {List a}
tuple: '(' a=[y=star_named_expression ',' z=[star_named_expressions] ] ')' {Tuple a}
set: '{' a=star_named_expressions '}' {Set a}
dict: '{' a=[double_starred_kvpairs] '}' {Dict a} | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: a=','.double_starred_kvpair+ [','] {=a}
double_starred_kvpair: '**' a=bitwise_or | kvpair
kvpair: a=expression ':' b=expression
for_if_clauses: a=for_if_clause+ {=a}
for_if_clause:
  | ASYNC 'for' a=star_targets 'in' ~ b=disjunction c=('if' z=disjunction {=z})* {comprehension a b c}
  | 'for' a=star_targets 'in' ~ b=disjunction c=('if' z=disjunction {=z})* {comprehension a b c}
  | invalid_for_target
listcomp: '[' a=named_expression b=for_if_clauses ']' {ListComp a b} | invalid_comprehension
setcomp: '{' a=named_expression b=for_if_clauses '}' {SetComp a b} | invalid_comprehension
genexp:
  | '(' a=(assignment_expression | expression !':=') b=for_if_clauses ')' {GeneratorExp a b}
  | invalid_comprehension
dictcomp: '{' a=kvpair b=for_if_clauses '}' {DictComp a b} | invalid_dict_comprehension
arguments memo: a=args [','] &')' {=a} | invalid_arguments
args keep:
  | a=','.(starred_expression | (assignment_expression | expression !':=') !'=')+ b=[',' k=kwargs {=k}] {Args a b}
  | a=kwargs {Args a}
kwargs keep:
  | a=','.kwarg_or_starred+ ',' b=','.kwarg_or_double_starred+
  | ','.kwarg_or_starred+
  | ','.kwarg_or_double_starred+
starred_expression: '*' a=expression {Starred a}
kwarg_or_starred keep: invalid_kwarg | a=NAME '=' b=expression {keyword a b} | a=starred_expression {=a}
kwarg_or_double_starred keep:
  | invalid_kwarg
  | a=NAME '=' b=expression {keyword a b}
  | '**' a=expression {keyword a}
star_targets: a=star_target !',' {=a} | a=star_target b=(',' c=star_target {=c})* [','] {Tuple a b}
star_targets_list_seq: a=','.star_target+ [','] {=a}
star_targets_tuple_seq: a=star_target b=(',' c=star_target {=c})+ [','] | a=star_target ','
star_target memo: '*' a=(!'*' star_target) {Starred a} | target_with_star_atom
target_with_star_atom memo:
  | a=t_primary '.' b=NAME !t_lookahead {Attribute a b}
  | a=t_primary '[' b=slices ']' !t_lookahead {Subscript a b}
  | star_atom
star_atom:
  | a=NAME {=a}
  | '(' a=target_with_star_atom ')' {=a}
  | '(' a=[star_targets_tuple_seq] ')' {Tuple a}
  | '[' a=[star_targets_list_seq] ']' {List a}
single_target: single_subscript_attribute_target | a=NAME {=a} | '(' a=single_target ')' {=a}
single_subscript_attribute_target:
  | a=t_primary '.' b=NAME !t_lookahead {Attribute a b}
  | a=t_primary '[' b=slices ']' !t_lookahead {Subscript a b}
t_primary memo: a=atom &t_lookahead b=(s=primary_suffix &t_lookahead {=s})* {#fold a b}
t_lookahead: '(' | '[' | '.'
del_targets: a=','.del_target+ [','] {=a}
del_target memo:
  | a=t_primary '.' b=NAME !t_lookahead {Attribute a b}
  | a=t_primary '[' b=slices ']' !t_lookahead {Subscript a b}
  | del_t_atom
del_t_atom:
  | a=NAME {=a}
  | '(' a=del_target ')' {=a}
  | '(' a=[del_targets] ')' {Tuple a}
  | '[' a=[del_targets] ']' {List a}
`;
