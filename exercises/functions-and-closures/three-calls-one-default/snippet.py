def {{f}}({{p}}, {{box}}=[]):
    {{box}}.append({{p}})
    return {{box}}
{{a}} = {{f}}({{x}})
print({{f}}({{y}}))
print({{f}}({{z}}, {{own}}))
print({{a}})
print({{f}}({{n}}))
