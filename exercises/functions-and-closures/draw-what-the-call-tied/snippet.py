def {{f}}({{p}}, {{q}}):
    {{p}}.append({{q}})
    {{q}} = [{{p}}]
    return {{q}}
{{a}} = [{{x}}]
{{b}} = [{{y}}]
{{r}} = {{f}}({{first}}, {{second}})
