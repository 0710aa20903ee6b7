{{rows}} = [[{{x}}, {{y}}], [{{z}}, {{w}}]]
for {{row}} in {{rows}}:
    {{row}}.append({{n}})
    {{row}} = {{row}} + [{{m}}]
print({{rows}})
print({{row}})
print({{row}} is {{rows}}[1])
