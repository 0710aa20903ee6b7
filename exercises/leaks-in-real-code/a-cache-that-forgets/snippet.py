import numpy as np
import weakref
cache = {}
def {{f}}({{p}}):
    if {{p}} not in cache:
        cache[{{p}}] = np.{{make}}({{p}})
    return cache[{{p}}]
{{a}} = {{f}}({{n}})
{{b}} = {{f}}({{n}})
print({{a}} is {{b}}, len(cache))
del {{a}}
del {{b}}
print(len(cache))
