{{a}} = [{{xs}}]
{{b}} = {{a}}
{{a}}.append({{n}})
{{a}} = [{{ys}}]
print({{a}})
print({{b}})
print({{a}} is {{b}})
