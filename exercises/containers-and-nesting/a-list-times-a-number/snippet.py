{{a}} = [{{x}}, {{y}}]
{{b}} = {{a}} * {{n}}
{{c}} = [{{a}}] * {{n}}
{{a}}.append({{m}})
print({{b}})
print({{c}})
print(len({{c}}))
