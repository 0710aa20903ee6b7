import numpy as np
{{a}} = np.zeros({{n}})
{{s}} = {{a}}[:{{k}}]
{{gone}}
