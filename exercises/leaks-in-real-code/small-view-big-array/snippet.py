import numpy as np
def {{f}}():
    big = np.arange({{n}})
    return big[:{{k}}]
{{s}} = {{f}}()
print({{s}}.base is None)
