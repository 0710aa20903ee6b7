import gc
import weakref
class Node:
    pass
{{a}} = Node()
{{b}} = Node()
{{a}}.{{attr}} = {{b}}
{{b}}.{{attr}} = {{back}}
{{c}} = Node()
{{c}}.{{attr}} = {{own}}
{{gone}}
gc.collect()
