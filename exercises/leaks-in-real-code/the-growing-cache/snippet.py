import numpy as np
cache = {}
def {{f}}({{p}}):
    if {{p}} not in cache:
        cache[{{p}}] = np.zeros({{p}})
    return cache[{{p}}]
{{a}} = {{f}}({{n}})
{{b}} = {{f}}({{m}})
{{change}}
del {{b}}
cache.{{last}}
