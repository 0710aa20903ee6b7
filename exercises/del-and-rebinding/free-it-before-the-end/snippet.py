import numpy as np
{{a}} = np.arange({{n}})
{{b}} = {{a}}
{{s}} = {{b}}.sum()
del {{a}}
print({{s}})
