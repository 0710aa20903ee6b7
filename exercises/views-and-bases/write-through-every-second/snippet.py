import numpy as np
{{a}} = np.array([{{xs}}])
{{v}} = {{a}}[[0, 2, 4]]
{{v}}[:] = {{n}}
print({{a}})
