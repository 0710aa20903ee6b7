import numpy as np
{{a}} = np.arange({{n}})
{{b}} = {{a}}
del {{a}}
{{box}} = [{{b}}]
del {{b}}
print({{box}}[0][{{i}}])
