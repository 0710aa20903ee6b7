def {{f}}({{p}}):
    {{p}}.append({{n}})
    return {{p}}
{{a}} = [{{x}}, {{y}}]
{{b}} = {{f}}({{a}})
print(len({{a}}), len({{b}}))
