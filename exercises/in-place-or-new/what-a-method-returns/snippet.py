{{a}} = [{{xs}}]
{{b}} = {{a}}
{{c}} = {{call}}
print({{a}})
print({{b}})
print({{c}})
