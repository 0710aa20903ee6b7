class Node:
    pass
{{a}} = Node()
{{b}} = Node()
{{c}} = Node()
{{links}}
del {{a}}, {{b}}, {{c}}
