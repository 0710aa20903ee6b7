class Node:
    pass
{{a}} = Node()
{{b}} = Node()
{{a}}.{{attr}} = {{b}}
{{b}}.{{attr}} = {{a}}
print({{a}}.{{attr}}.{{attr}} is {{a}})
del {{a}}
del {{b}}
