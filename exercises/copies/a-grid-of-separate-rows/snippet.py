{{row}} = [0, 0]
{{grid}} = [{{row}}, {{row}}.copy()]
{{grid}}[{{i}}][{{j}}] = {{n}}
print({{grid}}[0])
print({{grid}}[1])
