{{rows}} = [[{{x}}], [{{y}}]]
{{kept}} = {{rows}}[0]
for {{r}} in {{rows}}:
    {{change}}
print({{rows}})
print({{kept}})
for {{r}} in {{rows}}:
    {{rebind}}
print({{rows}})
