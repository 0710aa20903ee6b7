def {{f}}({{p}}, {{box}}=[]):
    {{box}}.append({{p}})
    return {{box}}
{{a}} = {{f}}({{x}})
{{b}} = {{f}}({{y}})
{{c}} = {{f}}({{z}}, {{a}})
