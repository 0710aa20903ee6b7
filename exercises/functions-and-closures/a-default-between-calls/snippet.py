def {{f}}({{k}}, {{seen}}={}):
    {{seen}}[{{k}}] = {{seen}}.get({{k}}, 0) + 1
    return {{seen}}
{{a}} = {{f}}("{{u}}")
{{change}}
{{b}} = {{f}}("{{u}}")
print({{b}}["{{u}}"])
print({{a}})
print({{f}}("{{v}}", {}))
print({{a}} is {{b}})
