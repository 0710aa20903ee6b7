{{row}} = [{{x}}, {{y}}]
{{grid}} = []
{{grid}}.append({{row}})
{{row}}[0] = {{n}}
{{grid}}.append({{row}}.copy())
{{row}}[1] = {{m}}
{{grid}}[1][0] = {{k}}
