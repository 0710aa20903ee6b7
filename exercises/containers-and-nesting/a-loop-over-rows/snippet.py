{{rows}} = [[{{x}}], [{{y}}]]
{{kept}} = []
for {{r}} in {{rows}}:
    {{kept}}.append({{r}})
    {{change}}
print({{rows}})
print({{kept}})
print({{kept}}[0] is {{rows}}[0])
