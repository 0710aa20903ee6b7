def {{f}}({{p}}):
    {{p}}.append({{k}})
    {{p}} += [{{n}}]
    {{p}} = {{p}} + [{{m}}]
    print({{p}})
{{a}} = [{{x}}]
{{b}} = {{a}}
{{f}}({{a}})
print({{a}})
print({{b}} is {{a}})
