import gc
class Node:
    pass
{{a}} = Node()
{{b}} = Node()
{{a}}.{{attr}} = {{b}}
{{link}}
{{gone}}
gc.collect()
