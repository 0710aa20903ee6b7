def {{f}}({{p}}, {{seen}}=[]):
    {{seen}}.append({{p}})
    return len({{seen}})
{{a}} = [{{x}}]
{{b}} = [{{y}}]
{{n}} = {{first}}
{{m}} = {{second}}
{{gone}}
{{end}}
