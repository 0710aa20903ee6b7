import numpy as np
{{a}} = np.array([{{xs}}])
{{b}} = {{a}}
{{c}} = np.array([{{xs}}])
{{b}}[{{i}}] = {{new}}
