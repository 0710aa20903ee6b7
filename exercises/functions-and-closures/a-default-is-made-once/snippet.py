def {{f}}({{p}}, {{box}}=[]):
    {{box}}.append({{p}})
    return {{box}}
{{a}} = {{f}}({{x}})
{{b}} = {{call}}
print({{a}})
print({{b}})
print({{a}} is {{b}})
