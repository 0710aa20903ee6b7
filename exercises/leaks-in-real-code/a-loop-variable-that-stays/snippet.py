{{a}} = [{{x}}]
{{b}} = [{{y}}]
{{rows}} = [{{a}}, {{b}}]
del {{a}}, {{b}}
for {{r}} in {{rows}}:
    {{r}}.append({{n}})
{{rows}} = {{end}}
{{t}} = 0
{{r}} = {{last}}
