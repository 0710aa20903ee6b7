import numpy as np
def {{f}}({{p}}):
    part = {{p}}[{{i}}:] + {{k}}
    return {{result}}
{{a}} = np.arange({{n}})
{{r}} = {{f}}({{a}})
del {{a}}
{{r}} = None
