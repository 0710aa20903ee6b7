{{a}} = [{{x}}, {{y}}]
{{a}}.append({{a}})
del {{a}}
