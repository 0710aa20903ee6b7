import weakref
class Node:
    pass
{{p}} = Node()
{{c}} = Node()
{{p}}.{{down}} = {{c}}
{{c}}.{{up}} = {{p}}
print({{c}}.{{up}} is {{p}})
del {{c}}
del {{p}}
