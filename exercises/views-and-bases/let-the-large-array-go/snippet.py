import numpy as np
{{a}} = np.arange({{n}})
{{v}} = {{a}}[:{{k}}]
{{s}} = {{v}}.copy()
del {{a}}
del {{v}}
print({{s}}[{{i}}])
